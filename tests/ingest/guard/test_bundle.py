"""An archive of sheets: its files by the names their writer saw, weighed before anything is unpacked."""

import io
import zipfile

import pytest

from indicators.errors import TooLarge, UnreadableFile
from ingest.guard import archive
from ingest.guard.bundle import Bundle


def packed(files, *, gbk=False):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            # bytes that are no ASCII and no flag: as archivers of Chinese Windows write them
            out.writestr(name.encode("gb18030").decode("cp437") if gbk else name, data)
    data = stream.getvalue()
    return _without_utf8_flag(data) if gbk else data


def _without_utf8_flag(data):
    """Python marks such names as UTF-8 and encodes them so; an old archiver does neither."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as out:
        for member in source.infolist():
            copy = _Unmarked(member.filename)
            out.writestr(copy, source.read(member))
    return stream.getvalue()


class _Unmarked(zipfile.ZipInfo):
    def _encodeFilenameFlags(self):  # noqa: N802 - the name is zipfile's
        return self.filename.encode("cp437"), self.flag_bits & ~0x800


def test_files_are_read_by_name_and_folders_and_leftovers_are_not_among_them():
    names = {"某局/表.csv": b"1", "某局/": b"", "__MACOSX/某局/._表.csv": b"x", "~$表.xlsx": b"x", ".DS_Store": b"x"}
    bundle = Bundle(packed(names), "a.zip")

    assert list(bundle) == ["某局/表.csv"]
    assert bundle.read("某局/表.csv") == b"1"


def test_chinese_names_of_old_archivers_are_read():
    bundle = Bundle(packed({"绩效目标表.csv": b"1"}, gbk=True), "a.zip")

    assert list(bundle) == ["绩效目标表.csv"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04cut off", b"text"])
def test_what_is_no_archive_is_refused(data):
    with pytest.raises(UnreadableFile, match=r"a\.zip"):
        Bundle(data, "a.zip")


def test_an_archive_that_would_unpack_to_too_much_is_refused_with_what_to_do():
    bomb = packed({"表.csv": b"0" * (archive.SMALL_MEMBER * 2)})

    with pytest.raises(TooLarge, match="分成几个压缩包"):
        Bundle(bomb, "a.zip")


def test_too_many_files_are_refused(monkeypatch):
    monkeypatch.setattr(archive, "MOST_MEMBERS", 1)

    with pytest.raises(TooLarge):
        Bundle(packed({"a.csv": b"1", "b.csv": b"2"}), "a.zip")


def test_one_damaged_file_leaves_the_others_readable():
    data = bytearray(packed({"a.csv": b"first content" * 9, "b.csv": b"second"}))
    start = data.index(b"a.csv") + len(b"a.csv")
    data[start : start + 4] = b"\xff\xff\xff\xff"
    bundle = Bundle(bytes(data), "a.zip")

    with pytest.raises(UnreadableFile, match=r"a\.csv"):
        bundle.read("a.csv")
    assert bundle.read("b.csv") == b"second"
