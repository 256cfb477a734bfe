"""The opinion in Markdown holds the review, and no text of a sheet breaks it."""

from hypothesis import given
from hypothesis import strategies as st

from service.documents.opinion_markdown import inline, markdown_table, opinions_markdown
from tests.service.documents.builders import VAGUE, accepted, reviewed


def test_the_opinion_names_result_grade_aspects_and_findings():
    one = reviewed(VAGUE)
    said = opinions_markdown([one])

    assert said.startswith("# 绩效目标审核意见\n")
    assert "**审核结果（建议）：不通过。**" in said
    assert all(f"| {it.aspect} |" in said for it in one.checked.opinion.aspects)
    assert all(it.message in said for it in one.checked.findings)
    assert "### 没有检查、须人工核对的事项" in said


def test_what_is_set_aside_is_told_with_its_reason():
    assert "豁免：另附评分表" in opinions_markdown([reviewed(VAGUE, exemptions=(accepted(),))])


def test_a_strangers_tag_is_shown_and_not_run():
    said = opinions_markdown([reviewed(project="<script>x</script>\n# 标题|")])

    assert "<script>" not in said
    assert "\n# 标题" not in said


@given(st.lists(st.text(max_size=20), min_size=2, max_size=2))
def test_a_table_has_a_line_a_row_and_as_many_cells_as_its_header(cells):
    *_, line = markdown_table(("甲", "乙"), [cells])
    bars = line.replace("\\\\", "").replace("\\|", "").count("|")

    assert bars == 3
    assert len(line.splitlines()) == 1


@given(st.text(max_size=40))
def test_an_inline_text_is_one_line(text):
    assert len(inline(text).splitlines()) <= 1
