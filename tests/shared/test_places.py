"""Where a person says they are: only what is said plainly counts."""

from __future__ import annotations

import pytest

from shared.helplines import country_in


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("estoy en Lima", "PE"),
        ("Soy de México", "MX"),
        ("hola, vivo en BOGOTÁ y no puedo dormir", "CO"),
        ("escribo desde Buenos Aires", "AR"),
        ("soy uruguaya", "UY"),
        ("Chile", "CL"),
        ("en Puerto Rico.", "PR"),
        ("soy argentina pero vivo en España", "ES"),
    ],
)
def test_said_plainly(text: str, country: str) -> None:
    """Where one is, lives or comes from is understood; where one is goes before where one is from."""
    assert country_in(text) == country


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mi hermana vive en Perú",
        "no estoy en Chile",
        "no soy de Bolivia",
        "ayer ganó México",
        "estoy en contra de España",
        "estoy en Santiago",
        "vivo en Córdoba",
        "estoy en Perú y vivo en Chile",
        "estoy en la limada",
    ],
)
def test_not_said_plainly(text: str) -> None:
    """Other people's countries, denials, ambiguous cities and contradictions count as not said."""
    assert country_in(text) is None
