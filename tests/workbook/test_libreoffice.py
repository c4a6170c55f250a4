"""LibreOffice opens what was patched, calculates anew and shows the new values."""

import io
import random
import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName

import infoviz
import infoviz.workbook
from tests.workbook.making import MAIN, STRICT, make_workbook, sheet
from tests.workbook.rich import rebuilt, rich
from tests.workbook.test_append import table_with_totals, written
from tests.workbook.test_columns import narrow
from tests.workbook.test_patch import opened

pytestmark = [pytest.mark.libreoffice, pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")]

SAMPLE = Path(__file__).parents[2] / "data" / "sample_tracker.xlsx"
ALWAYS_CALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
"""


def convert(
    soffice: str, folder: Path, files: list[Path], settings: str = ALWAYS_CALCULATE
) -> dict[str, openpyxl.Workbook]:
    """Have LibreOffice open some files and save them anew; give them back as openpyxl reads the results."""
    profile = folder / f"profile{len(settings)}"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    if settings:
        (profile / "user" / "registrymodifications.xcu").write_text(settings)
    result = folder / f"converted{len(settings)}"
    command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(result), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    found = {}
    for file in files:
        data = (result / file.name).with_suffix(".xlsx").read_bytes()
        found[file.stem] = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    return found


def edited_rich(tmp_path):
    book = opened(tmp_path, rich(), "rich.xlsm")
    book.set("Contacts", "E2", 100)
    book.set("Contacts", "D3", date(2026, 11, 22))
    book.set("Contacts", "C3", "asked")
    book.append("Contacts", {"A": "Eve New", "C": "asked", "E": 1000})
    book.append("Contacts", {"A": "Flo Newer", "C": "met", "E": 1})
    book.add_sheet("Log")
    book.append("Log", {"A": "Date", "B": "Event"})
    book.save()
    return book.path


def edited_totals(tmp_path):
    part = "xl/worksheets/sheet1.xml"
    data = rebuilt(
        written(table_with_totals), changed={part: lambda text: text.replace("(109,[", "(109,Table1[")}
    )
    book = opened(tmp_path, data, "totals.xlsx")
    book.append("List", {"A": "Cy", "B": 30})
    book.save()
    return book.path


def edited_columns(tmp_path):
    book = opened(tmp_path, written(narrow), "columns.xlsx")
    book.add_column("List", "Thanked")
    book.set("List", "C2", True)
    book.save()
    return book.path


FORMULAS = (
    "B{row}*2",
    "SUM(B$2:B{row})",
    'IF(C{row}>9,"much","little")',
    "List!B{other}+Sums!A{other}",
    "SUM(List!B:B)-Scores",
    "SUM(Scores)/List!$B$3",
    'INDIRECT("List!B"&{other})',
    "OFFSET(List!B2,{other},0)",
    "VLOOKUP(List!A{row},List!A$2:D$30,{column},FALSE)",
    "COUNTIF(List!A:A,List!A{other})",
    "MAX(List!C{other}:D{row})",
    "{row}+{other}",
    "Sums!B{other}&List!A{row}",
    "SUMPRODUCT(List!B2:B9,List!B3:B10)",
    "1/(List!B{other}-6)",
)


def made_of_formulas(path: Path, seed: int) -> None:
    """A list and a sheet of sums that depend on it, and on one another, at random."""
    chance = random.Random(seed)

    def some(row: int) -> str:
        names = {"row": row, "other": chance.randint(2, row), "column": chance.randint(2, 4)}
        return f"={chance.choice(FORMULAS).format(**names)}"

    book = openpyxl.Workbook()
    page = book.active
    page.title = "List"
    sums = book.create_sheet("Sums")
    page.append(["Name", "Score", "More", "Most"])
    for row in range(2, 31):
        page.append([f"Person {row}", row % 7, f"=B{row}+1", f"=SUM(C$2:C{row})"])
        for column in range(1, 4):
            sums.cell(row, column, some(row) if column > 1 else f"=List!D{row}*2")
    book.defined_names["Scores"] = DefinedName("Scores", attr_text="List!$B$2:$B$30")
    book.save(path)


def test_libreoffice_as_it_comes_computes_what_depends_on_an_edit(tmp_path, soffice):
    made = [tmp_path / f"{seed}.xlsx" for seed in range(4)]
    for seed, path in enumerate(made):
        made_of_formulas(path, seed)
    convert(soffice, tmp_path, made, "")
    files = [tmp_path / "converted0" / path.name for path in made]
    kept = 0
    for seed, path in enumerate(files):
        book = infoviz.workbook.open(path)
        book.set("List", f"B{5 + 5 * seed}", 1000)
        book.set("List", f"A{28 - 5 * seed}", "Person 2")
        receipt = book.save()
        assert receipt.cleared
        kept += sum(cell.formula is not None for cell in [*book.read("List"), *book.read("Sums")])
        kept -= len(receipt.cleared)
    assert kept > 100
    edited = [path.rename(tmp_path / f"edited{path.name}") for path in files]
    as_it_comes, calculated = convert(soffice, tmp_path, edited, ""), convert(soffice, tmp_path, edited)
    for name, book in calculated.items():
        for page in book:
            found = [[cell.value for cell in line] for line in as_it_comes[name][page.title].iter_rows()]
            assert found == [[cell.value for cell in line] for line in page.iter_rows()]


def test_libreoffice_as_it_comes_shows_what_follows_from_a_tracker_that_excel_saved(tmp_path, soffice):
    path = Path(shutil.copy(SAMPLE, tmp_path / "sample.xlsx"))
    tracker = infoviz.load(path)
    waiting = tracker.contacts.index[
        tracker.contacts["response"].isna() & tracker.contacts["contacted_on"].notna()
    ]
    for row in waiting[:3]:
        tracker.edit(row, response="no", responded_on="2026-11-19")
    receipt = tracker.save()
    assert any(cell.startswith("Dashboard!") for cell in receipt.cleared)
    as_it_comes, calculated = convert(soffice, tmp_path, [path], ""), convert(soffice, tmp_path, [path])
    before = openpyxl.load_workbook(SAMPLE, data_only=True)
    for page in calculated["sample"]:
        found = [[cell.value for cell in line] for line in as_it_comes["sample"][page.title].iter_rows()]
        assert found == [[cell.value for cell in line] for line in page.iter_rows()]
    noes = {row[0].value: row[1].value for row in as_it_comes["sample"]["Dashboard"].iter_rows(max_col=2)}[
        "No"
    ]
    assert noes == {row[0].value: row[1].value for row in before["Dashboard"].iter_rows(max_col=2)}["No"] + 3


FORMS = {
    "prefixed": sheet('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c></row>')
    .replace("<", "<x:")
    .replace("<x:/", "</x:")
    .replace("<x:?", "<?")
    .replace("xmlns=", "xmlns:x="),
    "implicit": sheet("<row><c><v>1</v></c><c><f>A1*2</f><v>2</v></c></row>"),
    "shared": sheet('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c></row>'),
}


def test_libreoffice_shows_the_new_values(tmp_path, soffice):
    files = [edited_rich(tmp_path), edited_totals(tmp_path), edited_columns(tmp_path)]
    for name, part in FORMS.items():
        book = opened(tmp_path, make_workbook(part, shared=("one",)), f"{name}.xlsx")
        book.set("Sheet1", "A1", 21)
        book.set("Sheet1", "C1", 'ünï <&> "☂"\nline')
        book.save()
        files.append(book.path)
    strict = rebuilt(
        make_workbook(sheet('<row r="1"><c r="A1"><v>1</v></c></row>', namespace=STRICT)),
        changed={"xl/workbook.xml": lambda text: text.replace(MAIN, STRICT)},
    )
    book = opened(tmp_path, strict, "strict.xlsx")
    book.set("Sheet1", "A1", 21)
    book.save()
    files.append(book.path)
    found = convert(soffice, tmp_path, files)

    contacts = found["rich"]["Contacts"]
    assert [contacts[f"A{row}"].value for row in (6, 7)] == ["Eve New", "Flo Newer"]
    assert [contacts[f"F{row}"].value for row in (2, 6, 7)] == [200, 2000, 2]
    assert contacts["D3"].value == datetime(2026, 11, 22)
    assert found["rich"]["Summary"]["A1"].value == pytest.approx(100 + 4.5 + 0.1 + 17)
    assert found["rich"]["Summary"]["A2"].value == 4
    assert found["rich"]["Log"]["B1"].value == "Event"
    assert found["totals"]["List"]["B5"].value == 33
    assert found["totals"]["List"]["C4"].value == 60
    assert found["columns"]["List"]["C2"].value is True
    for name in FORMS:
        page = found[name]["Sheet1"]
        assert [page[address].value for address in ("A1", "B1", "C1")] == [21, 42, 'ünï <&> "☂"\nline']
    assert found["strict"].worksheets[0]["A1"].value == 21
