"""The rules of the house: sizes, names, layers, types, style, the lock files and what the README promises."""

import ast
import re
import subprocess
import sys
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from importlib.metadata import PackageNotFoundError, packages_distributions, requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from cgcounter.app.main import build_parser

TOP = Path(__file__).resolve().parent.parent
OURS = {
    ".ci", ".editorconfig", ".gitattributes", ".gitignore", "ARCHITECTURE.md", "CHANGELOG.md", "LICENSE", "README.md",
    "cgcounter", "main.py", "pyproject.toml", "requirements-test.txt", "requirements.txt", "resources", "tests",
}  # fmt: skip

# Longer than 400 lines, and why that reads better than two files.
LONG = {
    "tests/gui/test_scanner.py": "one table of scanners and their ways of typing",
}
FORBIDDEN_NAMES = {"base", "common", "core", "helpers", "manager", "misc", "utils"}
MACHINE_PATH = re.compile(r"(?<![\w.*-])/(?:work|root|opt|tmp/w)/\w", re.ASCII)
REGISTRY_HOST = re.compile(r"pypi\.org|pythonhosted\.org|registry\.npmjs\.org|deb\.debian\.org")
BARE_EXEMPTION = re.compile(
    r"#\s*(?:noqa(?::[ A-Z0-9,]+)?|type:\s*ignore(?:\[[\w, -]+\])?)\s*$", re.MULTILINE
)
EVADED_TEST = re.compile(r"\bpytest\.(?:skip|xfail|importorskip)\b|\bmark\.(?:skip|skipif|xfail)\b")
FOREIGN_LOCKS = {"Pipfile.lock", "pdm.lock", "poetry.lock", "pylock.toml", "uv.lock"}

PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUN_WISHES = [Requirement(line) for line in PROJECT["dependencies"]]
TEST_WISHES = [Requirement(line) for line in PROJECT["optional-dependencies"]["test"]]


def files() -> Iterator[Path]:
    """Every file of ours, but not what tools leave behind."""
    for name in sorted(OURS):
        place = TOP / name
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file() and not any(is_ignored(part) for part in path.relative_to(TOP).parts):
                yield path


def is_ignored(name: str) -> bool:
    """Whether .gitignore names such a file or folder."""
    patterns = (TOP / ".gitignore").read_text(encoding="utf-8").split()
    return any(fnmatch(name, pattern.strip("/")) for pattern in patterns)


def texts() -> Iterator[tuple[str, str]]:
    """Name and content of each file that .gitattributes does not call binary."""
    attributes = (TOP / ".gitattributes").read_text(encoding="utf-8").splitlines()
    binary = [line.split()[0] for line in attributes if line.endswith(" binary")]
    for path in files():
        if not any(fnmatch(path.name, pattern) for pattern in binary):
            yield path.relative_to(TOP).as_posix(), path.read_bytes().decode("utf-8")


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Name and syntax tree of each Python file."""
    return ((name, ast.parse(text)) for name, text in texts() if name.endswith(".py"))


def places(pattern: re.Pattern[str], suffix: str = "") -> list[str]:
    """Where a pattern stands in our texts, as name:line."""
    return [
        f"{name}:{text.count(chr(10), 0, found.start()) + 1}"
        for name, text in texts()
        if name.endswith(suffix)
        for found in pattern.finditer(text)
    ]


def test_files_are_short() -> None:
    """Code, styles and documents have at most 400 lines; each exception is named with its reason, and needed."""
    kinds = (".py", ".md", "pyproject.toml", ".qss", ".ci/install", ".ci/run")
    long = {name for name, text in texts() if name.endswith(kinds) and text.count("\n") > 400}
    assert long == set(LONG)


def test_functions_are_short() -> None:
    """A function of the program has at most 40 lines; a test may list what it expects at length."""
    assert [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in modules()
        if not name.startswith("tests/")
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= 40
    ] == []


def test_modules_say_what_they_are_for() -> None:
    """Every module begins with a docstring."""
    assert [name for name, tree in modules() if not ast.get_docstring(tree)] == []


def test_names_are_nouns_of_the_field() -> None:
    """No module or folder is a drawer for leftovers."""
    assert [
        name for name, _ in texts() if FORBIDDEN_NAMES & {Path(part).stem for part in Path(name).parts}
    ] == []


def test_top_level_holds_only_what_was_agreed() -> None:
    """Beside the agreed names nothing lies at the top but what git ignores and the folders of a person's own tools."""
    there = {path.name for path in TOP.iterdir() if not is_ignored(path.name)}
    assert sorted(name for name in there - OURS if not name.startswith(".")) == []


def test_texts_are_utf8_nfc_with_plain_line_ends() -> None:
    """Vietnamese letters are composed ones, and lines end the same way on every machine."""
    assert [
        name for name, text in texts() if "\r" in text or not unicodedata.is_normalized("NFC", text)
    ] == []


def test_no_trace_of_a_machine() -> None:
    """No file names a folder of a machine it was written on or the host of a package registry."""
    assert places(MACHINE_PATH) == []
    assert places(REGISTRY_HOST) == []


def test_exemptions_carry_their_reason() -> None:
    """Who silences a tool says why on the same line."""
    assert places(BARE_EXEMPTION, ".py") == []


def test_every_test_runs() -> None:
    """No test is skipped or expected to fail."""
    assert places(EVADED_TEST, ".py") == []


@pytest.mark.timeout(1200)  # types of Qt, read for the first time on a small machine
@pytest.mark.parametrize(
    "check",
    [
        pytest.param(["-m", "ruff", "check"], id="style"),
        pytest.param(["-m", "ruff", "format", "--check"], id="format"),
        pytest.param(["-m", "mypy", "--explicit-package-bases"], id="types"),
        pytest.param(["-c", "from importlinter.cli import lint_imports_command as run; run()"], id="layers"),
    ],
)
def test_tools_agree(check: list[str]) -> None:
    """Style, format, types and the contracts between rooms hold, by the settings of pyproject.toml."""
    done = subprocess.run(
        [sys.executable, *check], cwd=TOP, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def pins(name: str) -> dict[str, Requirement]:
    """The lock file's lines by distribution, each one exact version."""
    lines = (TOP / name).read_text(encoding="utf-8").splitlines()
    locked = [Requirement(line) for line in lines if line and not line.startswith(("#", "-r "))]
    assert all(re.fullmatch(r"==[\w.]+", str(pin.specifier)) and not pin.url for pin in locked), name
    return {canonicalize_name(pin.name): pin for pin in locked}


def wanted(wishes: Iterable[Requirement], environment: dict[str, str]) -> set[str]:
    """The distributions that wishes bring in on such a machine, directly or through others."""
    names: set[str] = set()
    waiting = list(wishes)
    while waiting:
        wish = waiting.pop()
        name = canonicalize_name(wish.name)
        if name in names or (wish.marker and not wish.marker.evaluate(environment)):
            continue
        names.add(name)
        try:
            waiting += map(Requirement, requires(name) or [])
        except PackageNotFoundError:  # made for another system, so that it is not here to be asked
            continue
    return names


@pytest.mark.parametrize(("system", "python"), [("linux", "3.11"), ("linux", "3.13"), ("win32", "3.11")])
def test_lock_files_are_complete(system: str, python: str) -> None:
    """On each system the locked distributions are those that pyproject's wishes bring in, no more and no fewer."""
    machine = {
        "sys_platform": system,
        "python_version": python,
        "python_full_version": f"{python}.2",
        "extra": "",
    }
    run, test = (
        {name for name, pin in pins(file).items() if not pin.marker or pin.marker.evaluate(machine)}
        for file in ("requirements.txt", "requirements-test.txt")
    )
    assert run == wanted(RUN_WISHES, machine)
    assert run | test == wanted(RUN_WISHES + TEST_WISHES, machine)


def test_lock_files_are_within_the_ranges() -> None:
    """The ranges of pyproject.toml admit the locked versions, and these are the installed ones."""
    locked = pins("requirements.txt") | pins("requirements-test.txt")
    chosen = {name: str(pin.specifier).removeprefix("==") for name, pin in locked.items()}
    refused = [
        str(wish)
        for wish in RUN_WISHES + TEST_WISHES
        if chosen[canonicalize_name(wish.name)] not in wish.specifier
    ]
    here = {name: version(name) for name, pin in locked.items() if not pin.marker or pin.marker.evaluate()}
    assert refused == []
    assert here == {name: chosen[name] for name in here}


def test_no_lock_file_that_records_where_it_was_made() -> None:
    """Locked are versions only: files that record hosts of registries stay out."""
    assert [path.name for path in TOP.iterdir() if path.name in FOREIGN_LOCKS] == []


@pytest.mark.parametrize(("room", "locks"), [("cgcounter/", 1), ("tests/", 2)])
def test_imports_are_locked(room: str, locks: int) -> None:
    """What is imported comes from Python, from us or from a locked distribution; the program needs no test tool."""
    known = {name for file in ("requirements.txt", "requirements-test.txt")[:locks] for name in pins(file)}
    from_where = packages_distributions()
    assert [
        f"{name} {package}"
        for name, tree in modules()
        if name.startswith(room)
        for package in imported(tree) - sys.stdlib_module_names - {"cgcounter", "tests"}
        if not known & {canonicalize_name(source) for source in from_where.get(package, [])}
    ] == []


def imported(tree: ast.Module) -> set[str]:
    """The top-level packages that a module imports, early or late."""
    nodes = list(ast.walk(tree))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and node.level == 0}
    return {name.partition(".")[0] for name in plain | named}


def readme_commands() -> list[str]:
    """The README's shell lines."""
    readme = (TOP / "README.md").read_text(encoding="utf-8")
    return [
        line
        for block in re.findall(r"^```sh\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE)
        for line in block.splitlines()
    ]


def test_readme_begins_with_two_commands() -> None:
    """The first command starts the demo office, the second runs the tests, and CI runs that very line."""
    first, second, *_ = readme_commands()
    assert first == "sh .ci/install && .venv/bin/python main.py demo"
    assert second == "sh .ci/install test && .venv/bin/python -m pytest -n auto"
    assert (TOP / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1] == second


def test_readme_names_the_packages_that_the_script_installs() -> None:
    """The line that the README gives to a desktop's root installs what .ci/install would."""
    script = (TOP / ".ci" / "install").read_text(encoding="utf-8")
    listed = re.search(r'^program="([^"]*)"', script, re.MULTILINE)
    assert listed is not None
    line = next(line for line in readme_commands() if "apt-get install" in line)
    assert set(line.strip("'").split("install -y ")[1].split()) == {"python3-pip", *listed[1].split()}


def test_readme_names_every_command() -> None:
    """The README's table has the commands of main.py, no more and no fewer."""
    listed = re.findall(
        r"^\| `main\.py ?(\w*)", (TOP / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert set(listed) == {"", *re.findall(r"^ {4}(\w+)", build_parser().format_help(), re.MULTILINE)}


def test_readme_points_at_files_that_are_there() -> None:
    """Each picture and page that the README links to is in the tree."""
    links = re.findall(r"\]\((?!http)([^)#]+)", (TOP / "README.md").read_text(encoding="utf-8"))
    assert [link for link in links if not (TOP / link).is_file()] == []
