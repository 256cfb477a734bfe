"""The list of findings as a workbook: one row a finding, one a sheet, nothing that runs."""

from io import BytesIO

from openpyxl import load_workbook

from service.documents.batch_report import make_report
from service.documents.findings_xlsx import findings_book
from tests.service.documents.builders import VAGUE, accepted, failed, reviewed


def opened(*sheets, broken=(), **given):
    return load_workbook(BytesIO(findings_book(sheets, broken, **given)))


def records(page):
    header, *rows = page.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_a_finding_is_a_row_with_place_and_clause():
    one = reviewed(VAGUE)
    page = opened(one)["问题"]
    vague = next(record for record in records(page) if record["规则"] == "ME101")

    assert len(records(page)) == len(one.checked.findings)
    assert (vague["行"], vague["位置"], vague["指标"], vague["依据类别"]) == (6, "Sheet1!D13", "教学质量", "依据")
    assert vague["状态"] == "待改"


def test_pages_can_be_filtered_and_keep_their_header():
    for page in opened(reviewed(VAGUE), broken=[failed()]):
        assert page.freeze_panes == "A2"
        assert page.auto_filter.ref == page.dimensions


def test_a_strangers_text_is_no_formula():
    book = opened(reviewed(("产出指标", "质量指标", '=HYPERLINK("x")', "=较好", ""), project="=1+1"))
    cells = [cell for page in book for row in page.iter_rows() for cell in row]

    assert any(cell.value == "=1+1" for cell in cells)
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]


def test_a_sheet_is_summed_up_and_what_is_set_aside_says_why():
    one = reviewed(VAGUE, exemptions=(accepted(),))
    book = opened(one)

    assert [record["状态"] for record in records(book["问题"]) if record["规则"] == "ME101"] == ["已豁免：另附评分表"]
    assert [(it["已豁免"], it["建议审核结果"]) for it in records(book["各表汇总"])] == [(1, "通过")]


def test_a_batch_adds_pages_and_what_could_not_be_read():
    sheets, broken = [reviewed(VAGUE), reviewed(file="b.xlsx")], [failed()]
    book = load_workbook(BytesIO(findings_book(sheets, broken, report=make_report(sheets, broken))))

    assert book.sheetnames == ["问题", "各表汇总", "按规则", "按部门", "没有读入"]
    assert records(book["没有读入"]) == [{"文件": "坏.xlsx", "原因": "坏.xlsx 已损坏"}]
