"""The opinion as a Word document holds all of the review, is set in Chinese fonts and opens."""

import shutil
import subprocess
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from service.documents.opinion_docx import opinion_docx
from tests.service.documents.builders import VAGUE, accepted, reviewed


def opened(*sheets):
    return Document(BytesIO(opinion_docx(sheets)))


def words(document):
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_opinion_names_the_project_its_aspects_findings_and_what_was_not_checked():
    one = reviewed(VAGUE)
    said = words(opened(one))

    for text in (
        "绩效目标审核意见",
        "干部教育培训",
        "某市委党校",
        "164万元",
        "2026年",
        "审核人（签字）",
        "审核单位（盖章）",
    ):
        assert text in said
    assert all(it.aspect in said and it.judgement in said for it in one.checked.opinion.aspects)
    assert all(it.message in said and it.suggestion in said for it in one.checked.findings)
    assert all(line in said for line in one.checked.opinion.unchecked)
    assert one.checked.opinion.grade_rule in said


def test_an_error_proposes_that_it_does_not_pass_and_none_that_it_does():
    assert "☑不通过" in words(opened(reviewed(VAGUE)))
    assert "☑通过" in words(opened(reviewed()))


def test_the_local_text_is_a_basis_only_under_its_own_rule_set():
    assert "参考：《河南省省级预算绩效目标管理办法》" in words(opened(reviewed()))
    assert "依据：《河南省省级预算绩效目标管理办法》" in words(opened(reviewed(profile="henan-2022")))


def test_what_is_set_aside_stands_apart_with_its_reason():
    said = words(opened(reviewed(VAGUE, exemptions=(accepted(),))))

    assert "豁免：另附评分表" in said
    assert "☑通过" in said


def test_headers_of_tables_repeat_on_every_page_and_rows_are_not_torn():
    document = opened(reviewed(VAGUE))
    tables = [table for table in document.tables if table.rows[0].cells[0].text in {"审核方面", "序号"}]

    assert len(tables) >= 2
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in tables)
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for table in tables for row in table.rows)


def test_every_run_has_a_chinese_font():
    document = opened(reviewed(VAGUE))
    fonts = {fonts.get(qn("w:eastAsia")) for fonts in document.element.body.iter(qn("w:rFonts"))}

    assert fonts == {"仿宋", "黑体"}


def test_several_opinions_begin_on_pages_of_their_own():
    document = opened(reviewed(), reviewed(project="第二个项目"))

    assert len(document.element.body.findall(f".//{qn('w:br')}[@{qn('w:type')}='page']")) == 1
    assert "第二个项目" in words(document)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice here")
def test_an_office_program_opens_it(tmp_path):
    (tmp_path / "意见.docx").write_bytes(opinion_docx([reviewed(VAGUE)]))

    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
         "--outdir", str(tmp_path), str(tmp_path / "意见.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip

    assert (tmp_path / "意见.pdf").read_bytes().startswith(b"%PDF-")
