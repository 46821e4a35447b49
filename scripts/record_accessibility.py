"""Write what a run of the accessibility tests found to data/accessibility.json, which the accessibility statement is made of.

`python scripts/record_accessibility.py <junit.xml>`; `make accessibility` runs the tests and then this.
"""

import json
import sys
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

TARGET = Path(__file__).parent.parent / "data" / "accessibility.json"


def main() -> None:
    """Sum the shares of the run."""
    run = ET.parse(sys.argv[1])  # noqa: S314 - our own file, just written
    shares = [json.loads(item.get("value") or "") for item in run.iterfind(".//property[@name='tested']")]
    if not shares:
        sys.exit("the run tested no page: nothing is written")
    long = {address: stops for share in shares for address, stops in share["long"].items()}
    tested = {
        "date": datetime.now(ZoneInfo("Asia/Omsk")).date().isoformat(),
        "browser": shares[0]["browser"],
        "axe": shares[0]["axe"],
        "rules": shares[0]["rules"],
        "pages": sum(share["pages"] for share in shares),
        "of": shares[0]["of"],
        "violations": sum(share["violations"] for share in shares),
        "long": dict(sorted(long.items(), key=lambda item: (-item[1]["stops"], item[0]))),
    }
    TARGET.write_text(json.dumps(tested, ensure_ascii=False, indent=2) + "\n", "utf-8")
    print(f"{TARGET.name}: {tested['pages']} pages, {tested['rules']} rules, {tested['violations']} violations")


if __name__ == "__main__":
    main()
