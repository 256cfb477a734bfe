from __future__ import annotations

TABLE = "一级指标,二级指标,三级指标,指标值,计量单位,权重\n产出指标,数量指标,培训人次,≥280,人次,20\n".encode()


def test_a_file_is_read_with_the_cell_of_every_row(client):
    response = client.post("/api/v1/sheets", files={"file": ("表.csv", TABLE)})

    (sheet,) = response.json()["sheets"]
    assert sheet["source"] == "表.csv"
    assert sheet["sheet"]["rows"][0]["name"] == "培训人次"
    assert sheet["sheet"]["rows"][0]["cell"] == "C2"
    assert sheet["unread"] == []


def test_what_was_not_taken_is_told_with_cell_and_reason(client):
    response = client.post("/api/v1/sheets", files={"file": ("表.csv", TABLE.replace(b",20\n", ",二十多\n".encode()))})

    (unread,) = response.json()["sheets"][0]["unread"]
    assert unread["text"] == "二十多"
    assert unread["cell"] == "F2"
    assert unread["reason"]
