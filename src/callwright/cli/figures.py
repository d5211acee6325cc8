"""The figures of `callwright evaluate` as a table for people. A figure that the examples cannot give is a dash."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from callwright.cli.output import console
from callwright.cli.verdict import NAMES
from callwright.corpus import Agreement, Disagreement, Evaluation

COLUMNS = ("n", "unmet", "precision", "recall", "F1", "accuracy", "kappa")


def show_figures(figures: Evaluation, no_color: bool) -> None:
    """Prints the table of the five criteria and the figures over all of them."""
    table = Table("criterion", box=None, pad_edge=False, header_style="bold")
    for column in COLUMNS:
        table.add_column(column, justify="right")
    for name, one in figures.criteria.items():
        table.add_row(NAMES[name], *_cells(one))
    paper = console(no_color)
    paper.print(table)
    paper.print()
    for what, value in _over_all(figures):
        paper.print(f"{what:<34}{_figure(value):>6}", soft_wrap=True)


def show_disagreements(worst: Sequence[Disagreement], no_color: bool) -> None:
    """Prints where verdict and label differ, the most confident first."""
    paper = console(no_color)
    for one in worst:
        judged, labelled = ("met", "not met") if one.judged_met else ("not met", "met")
        paper.print()
        paper.print(Text(one.example.text, style="bold"))
        paper.print(
            f"  {one.example.id}  {NAMES[one.criterion]}: judged {judged} ({one.confidence:.2f}), labelled {labelled}"
        )


def _cells(one: Agreement) -> list[str]:
    return [str(one.n), str(one.unmet), *map(_figure, (one.precision, one.recall, one.f1, one.accuracy, one.kappa))]


def _over_all(figures: Evaluation) -> list[tuple[str, float | None]]:
    return [
        ("macro kappa", figures.macro_kappa),
        *((f"kappa of {name}", value) for name, value in figures.categories.items()),
        ("kappa of low sights", figures.low_sights),
        ("all five right", figures.all_five_right),
        ("expected calibration error", figures.calibration_error),
    ]


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
