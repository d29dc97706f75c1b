"""What people see of an examination."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.cli.output import result
from l10n.workflow.doctor import Diagnosis, Health


def tell(diagnosis: Diagnosis) -> dict[str, str]:
    """A diagnosis for programs."""
    health = diagnosis.health.value
    return {"topic": diagnosis.topic, "health": health, "text": diagnosis.text, "remedy": diagnosis.remedy}


def tell_all(diagnoses: Sequence[Diagnosis]) -> None:
    """A line each, what helps below, and how many are not well."""
    for diagnosis in diagnoses:
        fine = diagnosis.health is Health.FINE
        more = f" ({diagnosis.remedy})" if fine and diagnosis.remedy else ""
        result(f"{diagnosis.topic:9} {diagnosis.health:6} {diagnosis.text}{more}")
        if diagnosis.remedy and not fine:
            result(f"{'':17}→ {diagnosis.remedy}")
    wrong = sum(diagnosis.health is Health.WRONG for diagnosis in diagnoses)
    hints = sum(diagnosis.health is Health.HINT for diagnosis in diagnoses)
    result(f"{wrong} wrong, {hints} {'hint' if hints == 1 else 'hints'}")
