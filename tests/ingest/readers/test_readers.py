import pytest

from indicators.errors import UnsupportedFormat
from ingest.guard import FORMATS, let_in
from ingest.readers import READERS, extensions_read, plain, read_content
from tests.ingest.builders import archive

DOCX = archive({"[Content_Types].xml": b"", "word/document.xml": b""})


@pytest.mark.parametrize(("data", "name", "what"), [(DOCX, "a.docx", "Word 文档"), (b"%PDF-1.7", "a.pdf", "PDF 文件")])
def test_a_format_without_a_reader_is_refused_with_those_that_are_read(data, name, what):
    with pytest.raises(UnsupportedFormat) as caught:
        read_content(let_in(data, name))

    assert what in caught.value.message
    assert all(extension in caught.value.message for extension in (".xlsx", ".csv", ".json", ".txt", ".md"))


def test_every_reader_is_for_a_format_that_content_can_be_told_to_be():
    assert set(READERS) <= set(FORMATS)
    assert extensions_read() == (".xlsx", ".csv", ".tsv", ".json", ".txt", ".md")


def test_one_entry_adds_a_reader(monkeypatch):
    monkeypatch.setitem(READERS, "docx", plain.read)

    assert read_content(let_in(DOCX, "a.docx")).text == ""
    assert ".docx" in extensions_read()


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.md", "总体目标\n完成培训280人次\n合格率≥95%"), ("a.txt", "# 总体目标\n- 完成培训280人次\n**合格率≥95%**")],
)
def test_the_marks_of_markdown_are_dropped_only_there(name, text):
    file = let_in("# 总体目标\n- 完成培训280人次\n**合格率≥95%**".encode(), name)

    assert plain.read(file).text == text
