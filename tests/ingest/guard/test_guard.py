import io
import zipfile

import pytest

from indicators.errors import TooLarge, UnreadableFile, UnsupportedFormat
from ingest import guard
from ingest.guard import archive as archive_module
from ingest.guard import let_in
from tests.ingest.builders import HEADER, ROW, archive, workbook

SHEET = workbook([HEADER, ROW])
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (SHEET, "a.xlsx", "xlsx"),
        (SHEET, "A.XLSX", "xlsx"),
        (SHEET, "-", "xlsx"),
        (b"a,b\n", "a.csv", "csv"),
        (b"a\tb\n", "a.tsv", "csv"),
        (b'{"goal": "x"}', "a.json", "json"),
        (b' {"goal": "x"}', "-", "json"),
        ("完成培训".encode(), "a.txt", "plain"),
        ("完成培训".encode(), "目标.md", "plain"),
        ("完成培训".encode(), "-", "plain"),
        (b"%PDF-1.7 ...", "a.pdf", "pdf"),
        (archive({"[Content_Types].xml": b"", "word/document.xml": b""}), "a.docx", "docx"),
        (OLE + "Workbook".encode("utf-16-le"), "a.xls", "xls"),
        (b"\x89PNG\r\n\x1a\n", "a.png", "image"),
    ],
)
def test_a_file_is_known_by_its_content(data, name, kind):
    assert let_in(data, name).kind == kind


@pytest.mark.parametrize(
    ("data", "name", "what"),
    [
        (SHEET, "a.csv", "扩展名是 .csv，内容其实是 Excel 工作簿（.xlsx）"),
        (SHEET, "a.docx", "扩展名是 .docx，内容其实是 Excel 工作簿"),
        (b"%PDF-1.7", "a.xlsx", "扩展名是 .xlsx，内容其实是 PDF 文件"),
        ("一级指标,指标值".encode(), "a.xlsx", "扩展名是 .xlsx，内容其实是纯文本"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "a.xls", "内容其实是网页（HTML）表格"),
        (b'<?xml version="1.0"?><Workbook/>', "a.xls", "内容其实是 XML 文件"),
        (b"\x81\x00\xff\xfe\x00" * 9, "a.xlsx", "无法识别的内容"),
        (b"\x81\x00\xff\xfe\x00" * 9, "-", "- 是无法识别的内容"),
        (OLE, "a.xls", "内容其实是旧版办公文件"),
        (archive({"a.txt": b"x"}), "a.xlsx", "内容其实是压缩包（.zip）"),
    ],
)
def test_a_wrong_extension_is_refused_with_what_the_file_really_is(data, name, what):
    with pytest.raises(UnreadableFile) as caught:
        let_in(data, name)

    assert what in caught.value.message


@pytest.mark.parametrize("data", [b"", b"  \r\n\t "])
def test_an_empty_file_is_refused(data):
    with pytest.raises(UnreadableFile, match=r"a\.csv 是空文件"):
        let_in(data, "a.csv")


def test_a_large_file_is_refused(monkeypatch):
    assert let_in(b"x" * 101, "a.txt")

    monkeypatch.setattr(guard, "LARGEST_FILE", 100)

    with pytest.raises(TooLarge, match=r"a\.txt 有0\.0 MB，最多0 MB"):
        let_in(b"x" * 101, "a.txt")


def test_a_password_is_named_as_the_cause():
    with pytest.raises(UnreadableFile, match="设有打开密码"):
        let_in(OLE + "EncryptedPackage".encode("utf-16-le"), "a.xlsx")


def test_macros_are_refused():
    with pytest.raises(UnsupportedFormat, match="带有宏"):
        let_in(archive({"xl/workbook.xml": b"", "xl/vbaProject.bin": b""}), "a.xlsm")


@pytest.mark.parametrize("size", [10, len(SHEET) // 2, len(SHEET) - 1])
def test_a_truncated_workbook_is_called_damaged(size):
    with pytest.raises(UnreadableFile, match="已损坏"):
        let_in(SHEET[:size], "a.xlsx")


def test_a_package_of_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr(archive_module, "MOST_MEMBERS", 3)

    with pytest.raises(TooLarge, match="个部件，最多3个"):
        let_in(SHEET, "a.xlsx")


def test_a_part_that_is_squeezed_beyond_measure_is_refused():
    bomb = archive({"xl/workbook.xml": b"", "xl/worksheets/sheet1.xml": b" " * (2 * 1024 * 1024)})

    with pytest.raises(TooLarge, match="压缩比异常"):
        let_in(bomb, "a.xlsx")


def test_a_package_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(archive_module, "LARGEST_UNPACKED", 1000)

    with pytest.raises(TooLarge, match="展开后有"):
        let_in(SHEET, "a.xlsx")


def test_an_encrypted_member_is_refused():
    encrypted = bytearray(SHEET)
    directory = encrypted.index(b"PK\x01\x02")
    encrypted[directory + 8] |= 1
    with zipfile.ZipFile(io.BytesIO(encrypted)) as package:
        assert package.infolist()[0].flag_bits & 1

    with pytest.raises(UnreadableFile, match="设有密码"):
        let_in(bytes(encrypted), "a.xlsx")


def test_an_odd_compression_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as package:
        package.writestr("xl/workbook.xml", "x")

    with pytest.raises(UnreadableFile, match="压缩方式不常见"):
        let_in(out.getvalue(), "a.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_chinese_text_is_decoded_in_the_encodings_that_offices_use(encoding):
    assert let_in("一级指标,指标值\r\n产出,≥95%\r".encode(encoding), "a.csv").text == "一级指标,指标值\n产出,≥95%\n"


def test_nul_bytes_are_named_as_the_cause():
    with pytest.raises(UnreadableFile, match="空字节"):
        let_in("培训".encode() + b"\x00\x00", "a.txt")


def test_bytes_that_fit_no_encoding_are_refused():
    with pytest.raises(UnreadableFile, match="编码无法识别"):
        let_in(b"\xff\xff\xff", "a.txt")
