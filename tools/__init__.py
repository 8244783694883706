"""The commands around the book, each also a module to be run from the project's folder: python3 -m tools.links site.

They know the package `answerbook` in the folder beside this one; none of it is installed.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.with_name("hooks")))
