"""Which country a person says they are in. Conservative: a wrong country means wrong numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from shared.crisis.normal import plain

# Unambiguous names only: Córdoba, Mérida, Valencia, Santiago, La Paz... are in more than one country.
_PLACES: Final[dict[str, str]] = {
    "ES": "espana madrid barcelona sevilla zaragoza malaga bilbao galicia andalucia asturias murcia",
    "MX": "mexico cdmx monterrey puebla tijuana queretaro oaxaca chiapas veracruz jalisco cancun",
    "AR": "argentina buenos_aires caba rosario mendoza tucuman neuquen entre_rios mar_del_plata",
    "CO": "colombia bogota medellin barranquilla bucaramanga pereira manizales",
    "CL": "chile santiago_de_chile valparaiso antofagasta temuco iquique vina_del_mar",
    "PE": "peru lima arequipa cusco cuzco chiclayo piura iquitos",
    "VE": "venezuela caracas maracaibo barquisimeto",
    "EC": "ecuador quito guayaquil",
    "GT": "guatemala quetzaltenango",
    "CU": "cuba la_habana",
    "BO": "bolivia cochabamba santa_cruz_de_la_sierra el_alto",
    "DO": "republica_dominicana santo_domingo",
    "HN": "honduras tegucigalpa san_pedro_sula",
    "PY": "paraguay asuncion ciudad_del_este",
    "SV": "el_salvador",
    "NI": "nicaragua managua",
    "CR": "costa_rica",
    "PA": "panama ciudad_de_panama",
    "UY": "uruguay montevideo",
    "PR": "puerto_rico",
    "US": "estados_unidos eeuu ee.uu. usa miami nueva_york houston chicago texas florida california",
    "GQ": "guinea_ecuatorial malabo",
}
_PEOPLE: Final[dict[str, str]] = {
    "ES": "espanol",
    "MX": "mexicano", "AR": "argentino", "CO": "colombiano", "CL": "chileno", "PE": "peruano",
    "VE": "venezolano", "EC": "ecuatoriano", "GT": "guatemalteco", "CU": "cubano", "BO": "boliviano",
    "DO": "dominicano", "HN": "hondureno", "PY": "paraguayo", "SV": "salvadoreno", "NI": "nicaraguense",
    "CR": "costarricense", "PA": "panameno", "UY": "uruguayo", "PR": "puertorriqueno", "GQ": "ecuatoguineano",
}  # fmt: skip

_CODES: Final = {name.replace("_", " "): code for code, names in _PLACES.items() for name in names.split()}
_PEOPLE_CODES: Final = {
    form: code
    for code, name in _PEOPLE.items()
    for form in {name, re.sub("o$", "a", name), re.sub("l$", "la", name)}
}


def _any(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_PLACE = rf"(?P<place>{_any(_CODES)})(?!\w)"
_HERE = re.compile(
    r"(?<!\w)(?<!no )(?:(?:estoy|vivo|resido|escribo|hablo|llamo|me encuentro|aqui|aca|ando)"
    r"(?: ahora| actualmente| viviendo| aqui| aca)?,? (?:en|de|desde)(?: la ciudad de| la| el)?) " + _PLACE
)
_FROM = re.compile(
    rf"(?<!\w)(?<!no )soy (?:de (?:la ciudad de |la )?{_PLACE}"
    rf"|(?:un |una )?(?P<people>{_any(_PEOPLE_CODES)})(?!\w))"
)
_BARE = re.compile(rf"(?:en |de |desde |soy de )?(?:el |la )?{_PLACE}[.!]?")


def country_in(text: str) -> str | None:
    """Return the country (ISO 3166-1 alpha-2) the person says they are in or from; None when unclear.

    Where they are counts before where they are from; two different answers count as none.
    """
    said = " ".join(plain(text).split())
    if bare := _BARE.fullmatch(said):
        return _CODES[bare["place"]]
    here = {_CODES[match["place"]] for match in _HERE.finditer(said)}
    if here:
        return here.pop() if len(here) == 1 else None
    home = {_CODES[m["place"]] if m["place"] else _PEOPLE_CODES[m["people"]] for m in _FROM.finditer(said)}
    return home.pop() if len(home) == 1 else None
