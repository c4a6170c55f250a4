import errno
import os
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from infoviz.errors import (
    BeingSaved,
    ChangedOnDisk,
    DiskFull,
    FileExists,
    FolderVanished,
    InfovizError,
    NoBackup,
    NotSaved,
    OpenElsewhere,
    ReadOnly,
)
from infoviz.workbook.saving.backups import FOLDER, Backup, backups, surplus
from infoviz.workbook.saving.disk import Disk, temporary_beside
from infoviz.workbook.saving.locks import holder, lock_name
from infoviz.workbook.saving.save import digest, replace_file, restore, undisturbed
from tests.workbook.failing import FailingDisk, RecordingDisk, ShortWrites

OLD, NEW = b"old " * 100, b"new " * 200
HOUSE = Path(__file__).parents[2]
POSIX = pytest.mark.skipif(os.name != "posix", reason="permissions and signals of POSIX")


@pytest.fixture
def target(tmp_path):
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(OLD)
    return path


def beside(path: Path) -> set[str]:
    return {entry.name for entry in path.parent.iterdir() if entry.name not in (path.name, FOLDER)}


def test_a_save_replaces_the_file_and_keeps_the_version_before(target):
    saved = replace_file(target, NEW, digest(OLD))
    assert target.read_bytes() == NEW
    assert saved.hash == digest(NEW)
    assert saved.backup is not None
    assert saved.backup.read_bytes() == OLD
    assert not saved.warnings
    assert not beside(target)


def test_a_new_file_is_written_only_where_there_is_none(tmp_path, target):
    saved = replace_file(tmp_path / "fresh.csv", NEW, None)
    assert saved.path.read_bytes() == NEW
    assert saved.backup is None
    with pytest.raises(FileExists):
        replace_file(target, NEW, None)
    assert target.read_bytes() == OLD


def test_what_is_there_already_is_not_written_again(target):
    before = target.stat()
    saved = replace_file(target, OLD, digest(b"anything"))
    assert saved.backup is None
    assert target.stat().st_mtime_ns == before.st_mtime_ns
    assert target.stat().st_ino == before.st_ino


def test_a_file_changed_by_others_is_not_overwritten(target):
    with pytest.raises(ChangedOnDisk) as caught:
        replace_file(target, NEW, digest(b"what was read"))
    assert caught.value.current == OLD
    assert target.read_bytes() == OLD
    assert not beside(target)


def test_a_change_between_the_comparison_and_the_replacement_is_seen(target):
    class Busy(Disk):
        def link(self, source, other):
            super().link(source, other)
            target.unlink()
            target.write_bytes(b"theirs")

    with pytest.raises(ChangedOnDisk) as caught:
        replace_file(target, NEW, digest(OLD), disk=Busy())
    assert caught.value.current == b"theirs"
    assert target.read_bytes() == b"theirs"
    assert not beside(target)
    assert not backups(target)


def test_a_file_that_appears_or_vanishes_meanwhile_is_noticed(tmp_path, target):
    class Appears(Disk):
        def create(self, path, data, mode=0o600):
            super().create(path, data, mode)
            (tmp_path / "fresh.csv").write_bytes(b"theirs")

    with pytest.raises(FileExists):
        replace_file(tmp_path / "fresh.csv", NEW, None, disk=Appears())

    class Vanishes(Disk):
        def link(self, source, other):
            super().link(source, other)
            source.unlink()

    with pytest.raises(FolderVanished):
        replace_file(target, NEW, digest(OLD), disk=Vanishes())
    with pytest.raises(FolderVanished):
        replace_file(target, NEW, digest(OLD))


def test_the_verification_decides(target):
    seen = []
    replace_file(target, NEW, digest(OLD), seen.append)
    assert seen == [NEW]

    def refuse(_):
        raise NotSaved(target, "it is wrong", "Look again.")

    with pytest.raises(NotSaved, match="it is wrong"):
        replace_file(target, OLD, digest(NEW), refuse)
    assert target.read_bytes() == NEW
    assert not beside(target)


def test_bytes_that_do_not_read_back_are_not_kept(target):
    class Lying(Disk):
        def read(self, descriptor, size):
            return super().read(descriptor, size).replace(b"new", b"nwe")

    with pytest.raises(NotSaved, match="read back"):
        replace_file(target, NEW, digest(OLD), disk=Lying())
    assert target.read_bytes() == OLD


def test_short_writes_are_completed(target):
    replace_file(target, NEW, digest(OLD), disk=ShortWrites())
    assert target.read_bytes() == NEW


@POSIX
def test_mode_and_symlink_are_kept(tmp_path, target):
    target.chmod(0o640)
    link = tmp_path / "link.xlsx"
    link.symlink_to(target.name)
    saved = replace_file(link, NEW, digest(OLD))
    assert link.is_symlink()
    assert saved.path == target
    assert target.read_bytes() == NEW
    assert target.stat().st_mode & 0o777 == 0o640
    assert saved.backup.parent == tmp_path / FOLDER


def test_hard_links_that_are_split_are_told_of_once(tmp_path, target):
    os.link(target, tmp_path / "a.xlsx")
    os.link(target, tmp_path / "b.xlsx")
    saved = replace_file(target, NEW, digest(OLD))
    assert (tmp_path / "a.xlsx").read_bytes() == OLD
    assert len(saved.warnings) == 1
    assert "split from its hard links (2)" in saved.warnings[0]
    assert not replace_file(target, OLD, digest(NEW)).warnings


def test_a_backup_that_a_killed_save_has_left_is_no_hard_link_to_tell_of(target):
    (target.parent / FOLDER).mkdir()
    os.link(target, target.parent / FOLDER / "tracker 2026-11-22 10.00.00.000000.xlsx")
    assert not replace_file(target, NEW, digest(OLD)).warnings


@POSIX
def test_a_read_only_file_is_not_replaced(target):
    target.chmod(0o444)
    with pytest.raises(ReadOnly):
        replace_file(target, NEW, digest(OLD))
    assert target.read_bytes() == OLD
    assert not beside(target)


# ------------------------------------------------------------------ locks


def excel_lock(name: str) -> bytes:
    ansi = name.encode("cp1252", "replace")
    return (
        bytes([len(ansi)])
        + ansi.ljust(53)
        + len(name).to_bytes(2, "little")
        + name.encode("utf-16-le").ljust(109)
    )


def test_a_workbook_open_in_libreoffice_is_not_saved(target):
    lock = target.with_name(f".~lock.{target.name}#")
    lock.write_text("Ann Lee,ann,desk-7,21.11.2026 18:02,file:///home/ann;", encoding="utf-8")
    with pytest.raises(OpenElsewhere, match=r"LibreOffice by Ann Lee on desk-7 since 21\.11\.2026 18:02"):
        replace_file(target, NEW, digest(OLD))
    replace_file(target, NEW, digest(OLD), ignore_locks=True)
    assert target.read_bytes() == NEW
    assert lock.exists()


@pytest.mark.parametrize("content", [excel_lock("Zoë Łuk"), excel_lock("Zoë Łuk")[:40], b"", b"\xff"])
def test_a_workbook_open_in_excel_is_not_saved(target, content):
    target.with_name(f"~${target.name}").write_bytes(content)
    with pytest.raises(OpenElsewhere, match="Excel"):
        replace_file(target, NEW, digest(OLD))
    said = holder(target)
    if len(content) > 100:
        assert said.startswith("Excel by Zoë Łuk since 2")


def test_a_lock_file_that_may_not_be_read_still_counts(target):
    target.with_name(f"~${target.name}").write_bytes(b"")

    class Guarded(Disk):
        def contents(self, path):
            raise PermissionError(errno.EACCES, "sharing violation")

    assert holder(target, Guarded()).startswith("Excel since 2")


@POSIX
def test_a_save_waits_for_another_one_and_then_gives_up(target):
    import fcntl

    descriptor = os.open(lock_name(target), os.O_RDWR | os.O_CREAT)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    disk = FailingDisk()
    with pytest.raises(BeingSaved, match=r"another infoviz is still saving it\. Save again"):
        replace_file(target, NEW, digest(OLD), disk=disk)
    os.close(descriptor)
    assert disk.calls.count("sleep") > 100
    assert not disk.descriptors
    replace_file(target, NEW, digest(OLD))
    assert not beside(target)


@POSIX
def test_who_keeps_the_others_off_saves_and_the_others_wait(target):
    waiting = FailingDisk()
    with undisturbed(target) as current:
        assert current == OLD
        replace_file(target, NEW, digest(OLD))
        with ThreadPoolExecutor() as others:
            other = others.submit(replace_file, target, b"other", digest(NEW), disk=waiting)
            with pytest.raises(BeingSaved):
                other.result()
        assert lock_name(target).exists()
    assert waiting.calls.count("sleep") > 100
    assert target.read_bytes() == NEW
    assert not beside(target)
    target.unlink()
    with pytest.raises(FolderVanished), undisturbed(target):
        pass
    assert not beside(target)


@POSIX
@pytest.mark.parametrize(("code", "fine"), [(errno.ENOLCK, True), (errno.EIO, False)])
def test_a_drive_without_locks_is_written_all_the_same(target, monkeypatch, code, fine):
    def refuse(*_):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("infoviz.workbook.saving.disk.fcntl.flock", refuse)
    if fine:
        replace_file(target, NEW, digest(OLD))
    else:
        with pytest.raises(NotSaved):
            replace_file(target, NEW, digest(OLD))
    assert target.read_bytes() == (NEW if fine else OLD)
    assert not beside(target) or not fine


@POSIX
def test_a_lock_that_another_save_has_just_given_up_is_taken_anew(target):
    class Raced(Disk):
        tries = 0

        def lock(self, descriptor):
            self.tries += 1
            if self.tries == 1:
                lock_name(target).unlink()  # the one who had it has finished in between
            return super().lock(descriptor)

    disk = Raced()
    replace_file(target, NEW, digest(OLD), disk=disk)
    assert disk.tries == 2
    assert target.read_bytes() == NEW


def test_other_files_among_the_backups_are_none(target):
    replace_file(target, NEW, digest(OLD))
    (target.parent / FOLDER / "notes.txt").write_text("mine")
    assert len(backups(target)) == 1


def test_a_save_takes_only_its_own_leftovers_away(tmp_path):
    path, other = tmp_path / "people", tmp_path / "people.csv"
    left = [temporary_beside(path), temporary_beside(other)]
    for file in (path, *left):
        file.write_bytes(OLD)
    replace_file(path, NEW, digest(OLD))
    assert beside(path) == {left[1].name}


def test_a_lock_file_left_by_a_crash_locks_nothing(target):
    if os.name == "posix":
        lock_name(target).write_bytes(b"")
    replace_file(target, NEW, digest(OLD))
    assert not beside(target)


def test_a_sharing_violation_of_windows_is_waited_out_or_named(target):
    def violation():
        error = PermissionError(errno.EACCES, "sharing violation")
        error.winerror = 32
        return error

    class Scanned(FailingDisk):
        def replace(self, source, other):
            self.tries = getattr(self, "tries", 0) + 1
            if self.tries <= self.at:
                raise violation()
            Disk.replace(self, source, other)

    replace_file(target, NEW, digest(OLD), disk=Scanned(at=3))
    assert target.read_bytes() == NEW
    with pytest.raises(OpenElsewhere, match="another program"):
        replace_file(target, OLD, digest(NEW), disk=Scanned(at=100))
    assert target.read_bytes() == NEW
    assert not beside(target)


# ------------------------------------------------------------------ backups


def test_backups_are_bounded_and_listed_and_restored(target):
    held = OLD
    for number in range(9):
        new = f"version {number}".encode()
        replace_file(target, new, digest(held))
        held = new
    kept = backups(target)
    assert len(kept) == 6  # the latest five, and the last of those before
    assert [backup.path.read_bytes() for backup in kept[-2:]] == [b"version 6", b"version 7"]
    saved = restore(target)
    assert target.read_bytes() == b"version 7"
    assert saved.backup.read_bytes() == b"version 8"
    restore(target, kept[-2].path)
    assert target.read_bytes() == b"version 6"
    target.unlink()
    restore(target)
    assert target.read_bytes() == b"version 7"


def test_a_clock_that_is_put_back_does_not_mix_the_versions_up(target):
    folder = target.parent / FOLDER
    folder.mkdir()
    begin = datetime.now() + timedelta(hours=6)
    for number in range(7):
        moment = begin + timedelta(minutes=number)
        (folder / f"tracker {moment:%Y-%m-%d %H.%M.%S.%f}.xlsx").write_bytes(b"%d" % number)
    first = replace_file(target, NEW, digest(OLD))
    second = replace_file(target, b"newest", digest(NEW))
    assert [saved.backup.read_bytes() for saved in (first, second)] == [OLD, NEW]
    restore(target)
    assert target.read_bytes() == NEW


def test_there_must_be_a_backup_to_restore(target, tmp_path):
    with pytest.raises(NoBackup):
        restore(target)
    with pytest.raises(NoBackup):
        restore(target, tmp_path / "other.xlsx")
    assert backups(tmp_path / "nowhere" / "x.csv") == ()


def test_surplus_keeps_the_latest_and_one_a_day():
    begin = datetime(2026, 1, 1, 9)
    kept = [Backup(begin + timedelta(hours=5 * hour), Path(f"{hour}")) for hour in range(100)]
    gone = surplus(kept)
    stay = [backup for backup in kept if backup not in gone]
    assert len(stay) == 20
    assert stay[-5:] == kept[-5:]
    days = [backup.moment.date() for backup in stay[:-5]]
    assert len(set(days)) == len(days)
    assert surplus(kept[:4]) == ()


@pytest.mark.parametrize("code", [errno.EPERM, errno.EXDEV, errno.EOPNOTSUPP])
def test_where_a_drive_knows_no_second_names_the_backup_is_a_copy(target, code):
    class Plain(Disk):
        def link(self, source, other):
            raise OSError(code, "no links here")

    saved = replace_file(target, NEW, digest(OLD), disk=Plain())
    assert saved.backup.read_bytes() == OLD
    assert not beside(target)


@pytest.mark.parametrize("persistent", [False, True], ids=["an error", "the end of the process"])
def test_a_backup_that_is_copied_is_whole_or_is_none(tmp_path, persistent):
    class Plain(FailingDisk):
        def link(self, source, other):
            raise OSError(errno.EPERM, "no links here")

        def write(self, descriptor, data):
            return super().write(descriptor, data[:100])

    def saving(folder: Path, disk: Plain) -> Path:
        folder.mkdir()
        path = folder / "tracker.xlsx"
        path.write_bytes(OLD)
        replace_file(path, NEW, digest(OLD), disk=disk)
        return path

    counting = Plain()
    saving(tmp_path / "count", counting)
    for number in range(1, len(counting.calls) + 1):
        folder = tmp_path / f"{number}"
        disk = Plain(lambda: OSError(errno.ENOSPC, "full"), number, persistent=persistent)
        with suppress(InfovizError):
            saving(folder, disk)
        target = folder / "tracker.xlsx"
        assert all(backup.path.read_bytes() == OLD for backup in backups(target))
        replace_file(target, NEW, digest(OLD))
        assert not beside(target)


# ------------------------------------------------------------------ failures at every point

ERRORS = [
    errno.EIO,
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EACCES,
    errno.EROFS,
    errno.EMFILE,
    errno.EINTR,
    errno.ENOENT,
]


def count_of_calls(tmp_path) -> int:
    path = tmp_path / "count.xlsx"
    path.write_bytes(OLD)
    disk = FailingDisk()
    replace_file(path, NEW, digest(OLD), disk=disk)
    assert not disk.descriptors
    return len(disk.calls)


def check_after_failure(target, disk):
    assert not disk.descriptors
    content = target.read_bytes()
    assert content in (OLD, NEW)
    if "unlink" not in disk.calls[disk.at - 1 : disk.at] and not disk.persistent:
        assert not [name for name in beside(target) if name != lock_name(target).name]
    replace_file(target, NEW, digest(OLD))
    assert target.read_bytes() == NEW
    assert not beside(target)


@pytest.mark.parametrize("persistent", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("code", ERRORS, ids=errno.errorcode.get)
def test_whatever_fails_the_file_is_old_or_new_and_a_retry_works(tmp_path, code, persistent):
    for number in range(1, count_of_calls(tmp_path) + 1):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        target = folder / "tracker.xlsx"
        target.write_bytes(OLD)
        disk = FailingDisk(lambda: OSError(code, os.strerror(code)), number, persistent=persistent)
        with suppress(InfovizError):  # a failure after the replacement is only a warning
            replace_file(target, NEW, digest(OLD), disk=disk)
            assert target.read_bytes() == NEW
        check_after_failure(target, disk)


@pytest.mark.parametrize("kind", [KeyboardInterrupt, MemoryError])
def test_an_interrupted_save_leaves_nothing_behind(tmp_path, kind):
    for number in range(1, count_of_calls(tmp_path) + 1):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        target = folder / "tracker.xlsx"
        target.write_bytes(OLD)
        disk = FailingDisk(kind, number)
        with pytest.raises(kind):
            replace_file(target, NEW, digest(OLD), disk=disk)
        check_after_failure(target, disk)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EROFS, ReadOnly),
        (errno.ENOENT, FolderVanished),
        (errno.EIO, NotSaved),
    ],
)
def test_each_failure_has_its_name_and_remedy(target, code, kind):
    class Broken(Disk):
        def create(self, path, data, mode=0o600):
            raise OSError(code, os.strerror(code))

    with pytest.raises(kind, match="not saved, because"):
        replace_file(target, NEW, digest(OLD), disk=Broken())
    assert target.read_bytes() == OLD


def test_a_folder_in_the_place_of_the_file_is_named(target):
    target.unlink()
    target.mkdir()
    with pytest.raises(NotSaved, match="a folder or a device has its name"):
        replace_file(target, NEW, digest(OLD))
    assert not beside(target)


@pytest.mark.parametrize("dangling", [False, pytest.param(True, marks=POSIX)])
def test_a_file_in_the_place_of_the_folder_for_backups_is_named(target, dangling):
    wrong = target.parent / FOLDER
    if dangling:
        wrong.symlink_to("nowhere")
    else:
        wrong.write_bytes(b"")
    with pytest.raises(NotSaved, match="is that of a file") as caught:
        replace_file(target, NEW, digest(OLD))
    assert type(caught.value) is NotSaved
    assert target.read_bytes() == OLD
    assert not beside(target)
    wrong.unlink()
    assert replace_file(target, NEW, digest(OLD)).backup is not None


def test_backups_that_may_not_be_written_are_named(target):
    class Others(Disk):
        def link(self, source, other):
            raise PermissionError(errno.EACCES, "the folder is somebody else's")

    with pytest.raises(
        ReadOnly, match=r"the folder \.infoviz-backups, in which its backups are kept, is read-only"
    ):
        replace_file(target, NEW, digest(OLD), disk=Others())
    assert target.read_bytes() == OLD
    assert not beside(target)


def test_two_files_may_begin_the_folder_for_backups_at_once(target):
    class Racing(Disk):
        def mkdir(self, path):
            super().mkdir(path)
            super().mkdir(path)

    assert replace_file(target, NEW, digest(OLD), disk=Racing()).backup is not None


@POSIX
def test_a_name_that_leaves_none_beside_it_is_refused_with_the_remedy(tmp_path):
    path = tmp_path / f"{'n' * 240}.csv"
    path.write_bytes(OLD)
    with pytest.raises(NotSaved, match="Give the file a shorter name"):
        replace_file(path, NEW, digest(OLD))
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_folder_that_cannot_be_synced_is_a_warning(target):
    class Odd(Disk):
        def sync_folder(self, path):
            raise OSError(errno.EINVAL, "not here")

        def listdir(self, path):
            if path.name == FOLDER:
                raise OSError(errno.EIO, "no list")
            return super().listdir(path)

    saved = replace_file(target, NEW, digest(OLD), disk=Odd())
    assert len(saved.warnings) == 2
    assert target.read_bytes() == NEW


def test_a_power_cut_leaves_the_old_file_or_the_new_one(target):
    disk = RecordingDisk(target)
    replace_file(target, NEW, digest(OLD), disk=disk)
    assert len(disk.states) > 6
    for states in disk.states:
        assert states <= {OLD, NEW}
    assert disk.states[-1] == {NEW}, "what was acknowledged is there to stay"


def test_a_save_without_flushing_would_not_pass(target):
    class Careless(RecordingDisk):
        def fsync(self, descriptor):
            return

    disk = Careless(target)
    replace_file(target, NEW, digest(OLD), disk=disk)
    assert not all(states <= {OLD, NEW} for states in disk.states)


@POSIX
def test_a_full_disk_leaves_everything_as_it_was(target):
    code = """
        import resource, sys
        from infoviz.errors import DiskFull
        from infoviz.workbook.saving.save import digest, replace_file

        path = sys.argv[1]
        old = open(path, "rb").read()
        for size in (0, 100, 700):
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
            try:
                replace_file(path, b"new " * 200, digest(old))
            except DiskFull as error:
                print(error)
    """
    command = [sys.executable, "-B", "-c", textwrap.dedent(code), str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=HOUSE)
    assert done.stdout.count("the disk is full") == 3, done.stderr
    assert target.read_bytes() == OLD
    assert not beside(target)


KILLER = """
    import os, signal, sys
    from pathlib import Path
    from infoviz.workbook.saving.save import digest, replace_file
    from tests.workbook.failing import FailingDisk

    OLD, NEW = b"old " * 100, b"new " * 200

    def die():
        os.kill(os.getpid(), signal.SIGKILL)

    folder = Path(sys.argv[1])
    number, killed = 0, True
    while killed:
        number += 1
        target = folder / f"{number}" / "tracker.xlsx"
        target.parent.mkdir()
        target.write_bytes(OLD)
        child = os.fork()
        if not child:
            replace_file(target, NEW, digest(OLD), disk=FailingDisk(die, number))
            os._exit(0)
        killed = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        assert target.read_bytes() in (OLD, NEW), number
        replace_file(target, NEW, digest(OLD))
        assert target.read_bytes() == NEW, number
        left = set(os.listdir(target.parent)) - {"tracker.xlsx", ".infoviz-backups"}
        assert not left, (number, left)
    print(number)
"""


@POSIX
def test_a_kill_at_any_operation_destroys_nothing(tmp_path):
    code = textwrap.dedent(KILLER)
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False, cwd=HOUSE
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 25


WRITER = """
    import sys
    from pathlib import Path
    from infoviz.errors import ChangedOnDisk, OpenElsewhere
    from infoviz.workbook.saving.save import digest, replace_file

    path, me = Path(sys.argv[1]), sys.argv[2]
    current = path.read_bytes()
    for number in range(5):
        while True:
            try:
                new = current + f"{me}:{number}\\n".encode()
                replace_file(path, new, digest(current))
            except ChangedOnDisk as error:
                current = error.current
            else:
                current = new
                break
"""


def test_eight_writers_lose_nothing(tmp_path):
    path = tmp_path / "tracker.csv"
    path.write_bytes(b"who:what\n")
    code = textwrap.dedent(WRITER)
    writers = [
        subprocess.Popen([sys.executable, "-c", code, str(path), f"w{number}"], cwd=HOUSE)
        for number in range(8)
    ]
    assert [writer.wait() for writer in writers] == [0] * 8
    lines = path.read_text().splitlines()
    assert len(lines) == 41
    assert len(set(lines)) == 41
    assert not beside(path)
