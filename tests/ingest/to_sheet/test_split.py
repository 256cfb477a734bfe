from ingest.to_sheet.split import split_row


def test_numbered_names_take_the_values_beside_them():
    rows = split_row({"name": "指标1：里程\n指标2：座数", "target": "≥12\n2", "unit": "公里\n座", "weight": "10\n5"})

    assert [(row["name"], row["target"], row["unit"], row["weight"]) for row in rows] == [
        ("里程", "≥12", "公里", "10"),
        ("座数", "2", "座", "5"),
    ]


def test_values_that_are_numbered_as_well_lose_their_numbers():
    rows = split_row({"name": "1.里程\n2.座数", "target": "1.≥12公里\n2.=2座"})

    assert [row["target"] for row in rows] == ["≥12公里", "=2座"]


def test_names_without_numbers_are_split_only_beside_as_many_values():
    assert len(split_row({"name": "里程\n座数", "target": "≥12公里\n2座"})) == 2
    assert split_row({"name": "农村生活污水\n治理率", "target": "≥40%"}) == [
        {"name": "农村生活污水治理率", "target": "≥40%"}
    ]


def test_a_shared_weight_counts_once_and_a_shared_explanation_for_each():
    rows = split_row({"name": "①甲\n②乙", "target": "1\n2", "weight": "10", "explanation": "同一口径"})

    assert [(row["weight"], row["explanation"]) for row in rows] == [("10", "同一口径"), ("", "同一口径")]


def test_empty_items_are_dropped():
    rows = split_row({"name": "指标1：甲\n指标2：\n......", "target": "≥1"})

    assert [(row["name"], row["target"]) for row in rows] == [("甲", "≥1")]


def test_names_without_any_value_are_rows_without_a_target():
    assert [row["name"] for row in split_row({"name": "指标1：甲\n指标2：乙", "target": ""})] == ["甲", "乙"]


def test_names_and_values_that_do_not_match_stay_one_row():
    assert split_row({"name": "指标1：甲\n指标2：乙\n指标3：丙", "target": "1\n2"}) == [
        {"name": "甲；乙；丙", "target": "1 2"}
    ]
