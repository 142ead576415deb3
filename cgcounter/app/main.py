"""The command line: reads what is asked for, runs it, and tells every error in one sentence."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from cgcounter.app import places
from cgcounter.domain.errors import CounterError

EXIT_OK, EXIT_FOUND, EXIT_REFUSED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return the exit status: 0 done, 1 doctor found something, 2 refused with a sentence."""
    parser = build_parser()
    asked = parser.parse_args(arguments)
    folders = places.Folders.under(asked.data) if asked.data else places.Folders.of_this_person()
    try:
        status: int = asked.run(asked, folders)
    except CounterError as error:
        from cgcounter.app.telling import tell

        sys.stderr.write(f"{tell(error, folders)}\n")
        return EXIT_REFUSED
    return status


# Each command's module is imported only when it is asked for: the window must not wait for the others.
def _window(_asked: argparse.Namespace, folders: places.Folders) -> int:
    from cgcounter.app.window import run_window

    return run_window(folders)


def _demo(asked: argparse.Namespace, _folders: places.Folders) -> int:
    from cgcounter.app.demo.command import run_demo

    return run_demo(asked.headless)


def _benchmark(asked: argparse.Namespace, _folders: places.Folders) -> int:
    from cgcounter.app.benchmark.command import run_benchmarks

    return run_benchmarks(asked.names, as_json=asked.json)


def _backup(asked: argparse.Namespace, folders: places.Folders) -> int:
    from cgcounter.app import commands

    return commands.back_up(folders, asked.to)


def _restore(asked: argparse.Namespace, folders: places.Folders) -> int:
    from cgcounter.app import commands

    return commands.restore(folders, asked.file, asked.recovery_code)


def _doctor(asked: argparse.Namespace, folders: places.Folders) -> int:
    from cgcounter.app import commands

    return commands.doctor(folders, as_json=asked.json)


def _import(asked: argparse.Namespace, folders: places.Folders) -> int:
    from cgcounter.app import commands
    from cgcounter.services.table_file import ImportKind

    return commands.import_file(
        folders, ImportKind(asked.kind), asked.file, asked.papers, dry_run=asked.dry_run
    )


def _serve(asked: argparse.Namespace, folders: places.Folders) -> int:
    from cgcounter.app import district

    options = district.ServeOptions(
        folder=folders.data,
        database=asked.database or "",
        host=asked.host,
        port=asked.port,
        uses_keyring=folders.uses_keyring,
    )
    if asked.invite:
        return district.invite(options, asked.invite, asked.slot)
    if asked.devices:
        return district.list_devices(options)
    if asked.revoke:
        return district.revoke(options, asked.revoke)
    return district.serve(options)


def _sync(asked: argparse.Namespace, folders: places.Folders) -> int:
    from cgcounter.app import exchange

    if asked.join:
        exchange.join_district(folders, asked.join)
    return exchange.sync(folders, as_json=asked.json)


def build_parser() -> argparse.ArgumentParser:
    """The commands as architecture names them; kept stable."""
    parser = argparse.ArgumentParser(
        prog="main.py",
        description="The counter of a commune's one-stop office. Without a command it opens the window.",
    )
    home = argparse.ArgumentParser(add_help=False)
    home.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS,  # a default of the command would undo what stands before the command
        help="keep everything below this folder, not in the user's folders",
    )
    parser.add_argument("--data", type=Path, metavar="DIR", help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    parser.set_defaults(run=_window)
    _add_demo(commands)
    backup = commands.add_parser("backup", parents=[home], help="make a verified copy of the data file")
    backup.add_argument("--to", type=Path, metavar="DIR", help="where to; the usual folder by default")
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("restore", parents=[home], help="look into a copy and put it back")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument(
        "--recovery-code", metavar="CODE", help="the code of the recovery sheet, on another PC"
    )
    restore.set_defaults(run=_restore)
    doctor = commands.add_parser(
        "doctor", parents=[home], help="check the data file; exit 1 if anything is wrong"
    )
    doctor.add_argument("--json", action="store_true")
    doctor.set_defaults(run=_doctor)
    _add_import(commands, home)
    _add_serve(commands, home)
    _add_sync(commands, home)
    benchmark = commands.add_parser("benchmark", help="measure speed beside baselines")
    benchmark.add_argument("names", nargs="*", metavar="NAME")
    benchmark.add_argument("--json", action="store_true")
    benchmark.set_defaults(run=_benchmark)
    return parser


def _add_demo(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    demo = commands.add_parser(
        "demo", help="the window on a demo office; off screen where there is no display"
    )
    demo.add_argument(
        "--headless",
        type=Path,
        metavar="DIR",
        help="play one working day off screen and write its papers to DIR",
    )
    demo.set_defaults(run=_demo)


def _add_serve(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], home: argparse.ArgumentParser
) -> None:
    serve = commands.add_parser("serve", parents=[home], help="be the district that counters exchange with")
    serve.add_argument(
        "--database", metavar="URL", help="a PostgreSQL database; an encrypted file by default"
    )
    serve.add_argument("--host", default="127.0.0.1", metavar="H")
    serve.add_argument("--port", type=int, default=8443, metavar="N")
    serve.add_argument(
        "--invite",
        metavar="OFFICE",
        help="print an invitation for a counter of this unit, good for 15 minutes",
    )
    serve.add_argument(
        "--slot", type=int, default=0, metavar="N", help="the counter's number; 0 for a department"
    )
    serve.add_argument("--devices", action="store_true", help="list the counters that joined")
    serve.add_argument("--revoke", type=UUID, metavar="ID", help="send a counter away")
    serve.set_defaults(run=_serve)


def _add_sync(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], home: argparse.ArgumentParser
) -> None:
    sync = commands.add_parser("sync", parents=[home], help="exchange with the district once, now")
    sync.add_argument("--join", metavar="INVITATION", help="join the district that sent this line")
    sync.add_argument("--json", action="store_true")
    sync.set_defaults(run=_sync)


def _add_import(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], home: argparse.ArgumentParser
) -> None:
    kinds = commands.add_parser("import", parents=[home], help="take in tables from CSV or XLSX")
    kinds.add_argument(
        "kind",
        choices=["catalogue", "calendar", "units", "dossiers"],
        metavar="KIND",
        help="catalogue, calendar, units, or dossiers: the open ones on paper of the time before",
    )
    kinds.add_argument("file", type=Path, metavar="FILE", help="CSV or XLSX; of a catalogue the procedures")
    kinds.add_argument(
        "--papers", type=Path, metavar="FILE", help="papers of a catalogue; papers.csv beside FILE by default"
    )
    kinds.add_argument("--dry-run", action="store_true", help="only show what would change")
    kinds.set_defaults(run=_import)
