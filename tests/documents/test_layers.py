"""The facts are there for everybody: filling them loads no reportlab."""

import subprocess
import sys


def test_facts_load_without_reportlab():
    code = (
        "import sys, desk.documents, desk.documents.facts;"
        "print(any(name.startswith(('reportlab', 'babel', 'num2words')) for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
