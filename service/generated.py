"""Everything that is generated from the code: ``make generate`` writes it, ``make check`` says what is stale."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import typer
from typer.main import get_command

from indicators.library.releases import change_guide
from indicators.quality.handbook import handbook
from service.api.openapi import openapi_text
from service.cli import app
from service.settings import settings_table

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"

FILES: dict[Path, Callable[[], str]] = {
    ROOT / "indicators" / "library" / "CHANGES.md": change_guide,
    ROOT / "indicators" / "quality" / "RULES.md": handbook,
    ROOT / "service" / "api" / "openapi.json": openapi_text,
}


def main() -> None:
    """Writes the generated files, or with --check names the stale ones and exits 1."""
    if "--check" not in sys.argv:
        for path, text in _wanted():
            path.write_text(text, "utf-8")
        return
    stale = stale_files()
    for name in stale:
        sys.stderr.write(f"{name} is stale; run `make generate`\n")
    sys.exit(1 if stale else 0)


def stale_files() -> list[str]:
    """Generated files that differ from what the code says now."""
    return [
        str(path.relative_to(ROOT)) for path, text in _wanted() if not path.exists() or path.read_text("utf-8") != text
    ]


def command_help() -> str:
    """The commands with their first sentence, as a Markdown table."""
    rows = ["| 命令 | 作用 |", "| --- | --- |"]
    return "\n".join(rows + [f"| `{usage}` | {text} |" for usage, text in _commands()])


def readme(text: str) -> str:
    """README with its generated blocks filled anew."""
    for name, block in (("settings", settings_table()), ("commands", command_help())):
        head, _, rest = text.partition(f"<!-- generated: {name} -->\n")
        _, end, tail = rest.partition(f"<!-- end: {name} -->")
        text = f"{head}<!-- generated: {name} -->\n{block.strip()}\n{end}{tail}"
    return text


def _wanted() -> list[tuple[Path, str]]:
    files = [(path, make()) for path, make in FILES.items()]
    return [*files, (README, readme(README.read_text("utf-8")))]


def _commands() -> Iterator[tuple[str, str]]:
    root = get_command(app)
    assert isinstance(root, typer.core.TyperGroup)
    for name, command in root.commands.items():
        if isinstance(command, typer.core.TyperGroup):
            for inner, sub in command.commands.items():
                yield f"zhibiao {name} {inner}", (sub.help or "").strip()
        else:
            yield f"zhibiao {name}", (command.help or "").strip()


if __name__ == "__main__":
    main()
