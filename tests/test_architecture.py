"""The house stays easy to see: imports point down, and importing infoviz costs next to nothing."""

import ast
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

PACKAGE = Path(__file__).parent.parent / "infoviz"

# Each room and the rooms it may import from; a room may always import from itself.
MAY_IMPORT = {
    "errors": set(),
    "grid": {"errors"},
    "workbook": {"grid", "errors"},
    "schema": {"grid", "errors"},
    "stats": {"schema", "errors"},
    "editing": {"schema", "workbook", "grid", "errors"},
    "tracker": {"editing", "schema", "workbook", "grid", "errors"},
    "plots": {"stats", "schema", "errors"},
    "reporting": {"plots", "stats", "tracker", "schema", "errors"},
    "serving": {"errors"},
    "widgets": {"reporting", "plots", "stats", "tracker", "schema", "workbook", "errors"},
    "cli": {"serving", "reporting", "plots", "stats", "tracker", "editing", "schema", "workbook", "errors"},
    "__main__": {"cli"},
    "__init__": set(),
}

# The folders inside the three largest rooms, from the ground up: each may import those before it.
FLOORS = {
    "schema": (
        "expressions", "fields", "lines", "people", "remembered", "rules", "words",
        "headers", "values", "answers", "rows", "columns", "reading",
    ),
    "stats": ("wording", "result", "estimates", "facts", "asking", "weekly", "people", "verdicts", "gathering"),
    "workbook": (
        "limits", "ranges", "receipt",
        "container", "reading", "text", "formulas", "sheet", "growing", "patching", "saving", "book", "choices",
    ),
}  # fmt: skip

# Heavy libraries of others that may be imported inside a function, so that a command that does without them is quick.
LATE = {
    "charset_normalizer", "ipykernel", "isal", "jinja2", "matplotlib", "openpyxl", "pandas", "python_calamine", "scipy",
    "tabulate",
}  # fmt: skip


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> list[str]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative import"
            found += [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "lazy_loader.load":
            found += [node.args[0].value]  # a module of ours that is loaded when it is first used
    return found


MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path):
    own = room(path)
    allowed = MAY_IMPORT[own] | {own}
    for name in imports(ast.parse(path.read_text(encoding="utf-8"))):
        parts = name.split(".")
        if parts[0] == "infoviz":
            if len(parts) == 1:
                assert own == "cli", f"{path}: only a face may use the public names; import the room"
                continue
            assert parts[1] in allowed, f"{path}: {own} imports {name}"


@pytest.mark.parametrize("large", FLOORS)
def test_imports_point_down_inside_the_large_rooms(large):
    floors = FLOORS[large]
    for path in (PACKAGE / large).rglob("*.py"):
        own = path.relative_to(PACKAGE / large).parts[0].removesuffix(".py")
        if own == "__init__":
            continue
        for name in imports(ast.parse(path.read_text(encoding="utf-8"))):
            parts = name.split(".")
            if parts[:2] == ["infoviz", large]:
                assert floors.index(parts[2]) <= floors.index(own), f"{path}: {own} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_import_of_ourselves_hides_in_a_function(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            for name in imports(node):
                top = name.split(".")[0]
                assert top in LATE, f"{path}:{node.lineno}: {name} is imported inside a function"


def test_modules_form_no_circle():
    graph = {}
    for path in MODULES:
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        graph[name] = imports(ast.parse(path.read_text(encoding="utf-8")))
    edges = {
        name: {
            target
            for imported in targets
            for target in (imported, imported.rpartition(".")[0])
            if target in graph and target != name
        }
        for name, targets in graph.items()
    }
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail, name))
        if name not in done:
            for target in edges[name]:
                if not name.startswith(f"{target}."):  # a package names its own modules lazily
                    visit(target, (*trail, name))
            done.add(name)

    for name in edges:
        visit(name, ())


def loaded_by(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_infoviz_loads_nothing_heavy():
    heavy = {"pandas", "numpy", "matplotlib", "scipy", "openpyxl", "python_calamine"}
    assert not heavy & loaded_by("import infoviz")


def test_the_summary_loads_no_chart_library_and_no_scipy():
    assert not {"matplotlib", "scipy", "openpyxl"} & loaded_by(
        "import infoviz; infoviz.load; infoviz.summary"
    )


def test_no_module_bears_the_name_of_a_function_that_its_room_hands_on():
    import infoviz

    for house in (infoviz, infoviz.stats, infoviz.plots, infoviz.workbook):
        modules = {path.stem for path in Path(house.__file__).parent.iterdir()}
        assert not modules & {
            name for name in house.__all__ if not isinstance(getattr(house, name), ModuleType)
        }


def test_every_public_name_is_there():
    import infoviz

    for name in infoviz.__all__:
        assert getattr(infoviz, name) is not None
