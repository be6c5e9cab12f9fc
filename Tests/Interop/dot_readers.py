"""DOT as Graphviz and pydot read it."""

import os
import re
import shutil
import subprocess

# pydot takes minutes for more.
LARGEST_FOR_PYDOT = 2_000_000


def check_dot(path, report):
    with open(path, encoding="utf-8") as file:
        lines = [x for x in file if x.startswith('  "')]
    # An id holds no quotes, so that the arrow can only stand between two ids.
    arrow = re.compile(r'  "[^"]*" -> "[^"]*" \[')
    edges = sum(1 for x in lines if arrow.match(x))
    nodes = len(lines) - edges
    tool = shutil.which("gc")
    if report.check("Graphviz is installed", tool is not None, "install graphviz"):
        run = subprocess.run([tool, "-n", "-e", path], capture_output=True, text=True)
        report.check(
            "Graphviz reads the DOT without a message", run.returncode == 0 and not run.stderr,
            run.stderr[:300])
        found = run.stdout.split()[:2]
        report.check(
            f"Graphviz counts {nodes} nodes and {edges} edges", found == [str(nodes), str(edges)],
            run.stdout[:100])
    if os.path.getsize(path) > LARGEST_FOR_PYDOT:
        print(f"skipped pydot: {path} is larger than {LARGEST_FOR_PYDOT} bytes")
        return
    import pydot

    graphs = report.run("pydot reads the DOT", lambda: pydot.graph_from_dot_file(path))
    if graphs:
        # pydot lists the defaults of nodes and of the graph as nodes.
        names = {x.get_name() for x in graphs[0].get_nodes()} - {"node", "graph", "edge"}
        found = (len(names), len(graphs[0].get_edges()))
        report.check(
            f"pydot counts {nodes} nodes and {edges} edges", found == (nodes, edges), str(found))
