"""Word documents as Chinese offices set them: 仿宋 for text, 黑体 for headings, ruled tables whose header repeats on each page.

python-docx writes them: version 1.2.0 of June 2025, MIT, the one that most others build on, without an office program and
with lxml alone beneath it; the other way would be to write the XML by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as Written
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

SONG, HEI, LATIN = "仿宋", "黑体", "Times New Roman"
TITLE, TEXT, SMALL = 18.0, 14.0, 10.5
"""Points: 小二, 四号 and 五号."""
MARGIN = Cm(2.2)
HALF_LINE, GAP = Cm(8.5), Pt(14)
"""Where the second signature of a line begins, and the space to sign in."""


def new_document(*, landscape: bool = False) -> Written:
    """An empty A4 document with page numbers."""
    document = Document()
    section = document.sections[0]
    short, long = Cm(21), Cm(29.7)
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = LATIN, Pt(TEXT)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), SONG)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _page_number(footer)
    return document


def title(document: Written, text: str, *, size: float = TITLE) -> Paragraph:
    """A centred line in 黑体."""
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    set_font(paragraph.add_run(text), size=size, east=HEI)
    return paragraph


def heading(document: Written, text: str) -> Paragraph:
    """A heading that stays with what follows it."""
    paragraph: Paragraph = document.add_heading(level=1)
    set_font(paragraph.add_run(text), size=TEXT, east=HEI)
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(10), Pt(4)
    return paragraph


def text(document: Written, content: str, *, size: float = TEXT, indent: bool = True) -> Paragraph:
    """A paragraph, its first line indented by two characters."""
    paragraph = document.add_paragraph()
    set_font(paragraph.add_run(content), size=size)
    paragraph.paragraph_format.space_after = Pt(2)
    if indent:
        paragraph.paragraph_format.first_line_indent = Pt(2 * size)
    return paragraph


def grid(document: Written, header: Sequence[str], rows: Iterable[Sequence[str]], *, widths: Sequence[float]) -> Table:
    """A ruled table whose header repeats on every page and whose rows are not torn; ``widths`` are shares of the line."""
    table = ruled(document, widths)
    if header:
        add_row(table, header, east=HEI, centred=True)
        _mark(table.rows[0], "w:tblHeader")
    for row in rows:
        add_row(table, row)
    return table


def ruled(document: Written, widths: Sequence[float]) -> Table:
    """A ruled table without rows."""
    table: Table = document.add_table(rows=0, cols=len(widths))
    table.style = "Table Grid"
    table.autofit = False
    section = document.sections[-1]
    line = int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(int(line * width / sum(widths)))
    return table


def add_row(table: Table, contents: Sequence[str], *, east: str = SONG, centred: bool = False) -> None:
    """A further row of small text."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    _mark(row, "w:cantSplit")
    for cell, column, content in zip(row.cells, table.columns, contents, strict=True):
        cell.width = column.width or Emu(0)
        fill(cell, content, east=east, centred=centred)


def fill(cell: _Cell, content: str, *, east: str = SONG, centred: bool = False) -> None:
    """Small text in an empty cell."""
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    set_font(paragraph.add_run(content), size=SMALL, east=east)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def empty(cell: _Cell) -> None:
    """Takes the text out of a cell that is to be merged into another: merging strings the texts together."""
    for paragraph in cell.paragraphs:
        paragraph.clear()


def set_font(run: Run, *, size: float, east: str = SONG) -> None:
    """Latin letters and Chinese characters have fonts of their own; without the latter Word takes its default."""
    run.font.name, run.font.size = LATIN, Pt(size)
    run.font.bold = False
    run.font.color.rgb = RGBColor(0, 0, 0)  # a heading's style is blue
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), east)


def saved(document: Written) -> bytes:
    """The document as a file."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _mark(row: _Row, tag: str) -> None:
    properties = row._tr.get_or_add_trPr()
    mark = OxmlElement(tag)
    mark.set(qn("w:val"), "true")
    properties.append(mark)


def _page_number(paragraph: Paragraph) -> None:
    run = paragraph.add_run()
    set_font(run, size=SMALL)
    for kind, code in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:instrText" if code else "w:fldChar")
        if code:
            element.text = code
        else:
            element.set(qn("w:fldCharType"), kind)
        run._element.append(element)
