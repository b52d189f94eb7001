"""What is shipped: the wheel's contents, the pinned requirements, the image."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONSTRAINTS = sorted(path.name for path in (ROOT / "constraints").glob("*.txt"))


def pins(name: str) -> dict[str, list[str]]:
    """Package -> the versions pinned for it (more than one where a marker chooses)."""
    found: dict[str, list[str]] = {}
    for package, version in re.findall(
        r"^([A-Za-z0-9._-]+)==([^\s;]+)", (ROOT / "constraints" / name).read_text(), re.M
    ):
        found.setdefault(canonicalize_name(package), []).append(version)
    return found


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built from the checkout as `pip` would."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


#: What the explorer's bundle is built from and with: read by developers, not by the program.
BUILT_FROM = re.compile(r"viz/explorer/(src/.*|build\.mjs|package(-lock)?\.json|tsconfig\.json)")


@pytest.mark.slow
def test_wheel_carries_everything_the_program_reads(wheel: zipfile.ZipFile) -> None:
    inside = set(wheel.namelist())
    shipped = {"kg": "kg", **PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]}
    for folder in ("kg", "cypher", "viz"):
        for path in sorted((ROOT / folder).rglob("*")):
            name = path.relative_to(ROOT).as_posix()
            if path.is_dir() or {"__pycache__", "node_modules", "_data"} & set(path.parts) or path.name.startswith("."):
                continue
            targets = {
                target + name.removeprefix(source) for source, target in shipped.items() if name.startswith(source)
            }
            assert BUILT_FROM.fullmatch(name) or targets & inside, f"{name} is not in the wheel"
    assert any(name.endswith("licenses/LICENSE") for name in inside)


@pytest.mark.slow
def test_wheel_carries_nothing_else_and_is_small(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"kg"}
    assert not [name for name in wheel.namelist() if "node_modules" in name or name.endswith(".pyc")]
    assert sum(item.compress_size for item in wheel.infolist()) < 20_000_000


@pytest.mark.parametrize("name", CONSTRAINTS)
def test_constraints_are_pinned_with_hashes_and_name_no_address(name: str) -> None:
    body = (ROOT / "constraints" / name).read_text(encoding="utf-8")
    assert "://" not in body
    logical = [line for line in body.replace("\\\n", " ").splitlines() if line and not line.startswith("#")]
    assert logical
    for line in logical:
        assert re.match(r"[a-z0-9._-]+==[^\s;]+( ;[^\\]+?)?\s+(--hash=sha256:[0-9a-f]{64}\s*)+$", line), line[:80]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("runtime.txt", PROJECT["project"]["dependencies"]),
        ("dev.txt", PROJECT["project"]["dependencies"] + PROJECT["project"]["optional-dependencies"]["dev"]),
        ("build.txt", PROJECT["build-system"]["requires"]),
        (
            "readers.txt",
            [
                *PROJECT["project"]["dependencies"],
                *PROJECT["project"]["optional-dependencies"]["interop"],
                *(line for line in (ROOT / "constraints" / "readers.in").read_text().splitlines() if line[0] != "#"),
            ],
        ),
    ],
)
def test_constraints_hold_what_pyproject_asks_for(name: str, wanted: list[str]) -> None:
    pinned = pins(name)
    for line in wanted:
        requirement = Requirement(line)
        versions = pinned.get(canonicalize_name(requirement.name))
        assert versions, f"constraints/{name} lacks {requirement.name}: run constraints/make"
        assert all(requirement.specifier.contains(version) for version in versions), line


def test_licence_is_named_and_shipped() -> None:
    assert PROJECT["project"]["license"] == "Apache-2.0"
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_image_is_built_from_files_that_are_there_and_let_through() -> None:
    """Every COPY of the Dockerfile names files of the checkout that .dockerignore lets through."""
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    allowed = set(re.findall(r"^!(\S+)", (ROOT / ".dockerignore").read_text(encoding="utf-8"), re.M))
    copied = [source for line in re.findall(r"^COPY (?!--from)(.+)$", dockerfile, re.M) for source in line.split()[:-1]]
    assert {"kg", "cypher", "viz", "pyproject.toml", "constraints"} <= set(copied)
    for source in copied:
        assert (ROOT / source).exists(), source
        assert source in allowed, f".dockerignore keeps {source} out"
    for wanted in PROJECT["project"]["license-files"] + [PROJECT["project"]["readme"]]:
        assert wanted in copied, f"the build needs {wanted}"


def test_no_machine_paths_or_registry_addresses_are_committed() -> None:
    """Addresses of package registries and paths of one machine do not belong into files others use."""
    files = [
        *(ROOT / name for name in ("pyproject.toml", "Dockerfile", "docker-compose.yml", "README.md", ".ci/run")),
        *(path for folder in ("kg", "cypher", "docs", "constraints") for path in (ROOT / folder).rglob("*")),
    ]
    pattern = re.compile(
        rb"/root/|/home/\w+/|/work/\w+/|https?://(?:[\w.-]*\.)?(?:pypi\.org|pythonhosted\.org|repo1\.maven)"
    )
    for path in files:
        if path.is_file() and "__pycache__" not in path.parts and path.suffix not in {".parquet", ".png"}:
            found = pattern.search(path.read_bytes())
            assert found is None, f"{path.relative_to(ROOT)}: {found.group()!r}"
