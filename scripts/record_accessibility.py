"""Write what a run of the accessibility tests found to data/accessibility.json, which the accessibility statement is made of.

`python -m scripts.record_accessibility <junit.xml>`; `make accessibility` runs the tests and then this.
"""

import json
import sys
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from site_plugins.reading.accessibility import NAME, Tested, format_accessibility
from site_plugins.today import ZONE

TARGET = Path(__file__).parent.parent / "data" / NAME


def main() -> None:
    """Sum the shares of the run."""
    run = ET.parse(sys.argv[1])  # noqa: S314 - our own file, just written
    shares = [json.loads(item.get("value") or "") for item in run.iterfind(".//property[@name='tested']")]
    if not shares:
        sys.exit("the run tested no page: nothing is written")
    long = {address: stops for share in shares for address, stops in share["long"].items()}
    tested = Tested(
        date=datetime.now(ZONE).date(),
        browser=shares[0]["browser"],
        axe=shares[0]["axe"],
        rules=shares[0]["rules"],
        pages=sum(share["pages"] for share in shares),
        of=shares[0]["of"],
        violations=sum(share["violations"] for share in shares),
        long=dict(sorted(long.items(), key=lambda item: (-item[1]["stops"], item[0]))),
    )
    TARGET.write_text(format_accessibility(tested), "utf-8")
    print(f"{TARGET.name}: {tested.pages} pages, {tested.rules} rules, {tested.violations} violations")


if __name__ == "__main__":
    main()
