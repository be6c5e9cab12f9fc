"""GraphML as NetworkX and igraph read it, compared with what the file says."""

import collections
import warnings

import igraph
import networkx


def strictly(body):
    """Runs with every warning an error, but those about the readers' own future."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.simplefilter("ignore", DeprecationWarning)
        warnings.simplefilter("ignore", PendingDeprecationWarning)
        return body()


def check_networkx(path, content, report):
    graph = report.run(
        "networkx.read_graphml opens the file without a warning",
        lambda: strictly(lambda: networkx.read_graphml(path, force_multigraph=True)))
    if graph is None:
        return
    report.check(
        "rule 32: networkx gives a directed multigraph",
        isinstance(graph, networkx.MultiDiGraph), type(graph).__name__)
    nodes = {
        x: (data.get("label", ""), data.get("kind", ""), data.get("start_date", ""))
        for x, data in graph.nodes(data=True)
    }
    compare("networkx", "labels, kinds and dates of nodes", nodes, content.nodes, report)
    edges = {
        key: (source, target, data.get("relation", ""))
        for source, target, key, data in graph.edges(keys=True, data=True)
    }
    compare("networkx", "ids, ends and relations of edges", edges, content.edges, report)
    weights = (data.get("weight", 1.0) for _, _, data in graph.edges(data=True))
    report.check(
        "networkx has weights as numbers", all(isinstance(x, float) for x in weights))


def check_igraph(path, content, report):
    graph = report.run(
        "igraph.Graph.Read_GraphML opens the file without a warning",
        lambda: strictly(lambda: igraph.Graph.Read_GraphML(path)))
    if graph is None:
        return
    report.check("igraph gives a directed graph", graph.is_directed())
    ids = graph.vs["id"]
    nodes = dict(zip(ids, zip(graph.vs["label"], graph.vs["kind"], graph.vs["start_date"])))
    compare("igraph", "labels, kinds and dates of nodes", nodes, content.nodes, report)
    ends = ((ids[edge.source], ids[edge.target]) for edge in graph.es)
    # By edge_id: this version of igraph gives edges the ids of nodes.
    edges = {
        key: (source, target, relation)
        for key, (source, target), relation in zip(
            graph.es["edge_id"], ends, graph.es["relation"])
    } if graph.ecount() else {}
    compare("igraph", "ids, ends and relations of edges", edges, content.edges, report)


def compare(reader, what, found, expected, report):
    wrong = [x for x in expected if found.get(x) != expected[x]]
    extra = [x for x in found if x not in expected]
    detail = "; ".join(
        f"{x}: {found.get(x)} instead of {expected.get(x)}" for x in (wrong + extra)[:3])
    report.check(
        f"{reader} agrees on {what} ({len(expected)})", not wrong and not extra,
        f"{len(wrong)} differ, {len(extra)} too many: {detail}")


def check_stats(content, stats, report):
    """`stats` is what `weft stats --format json` says of the same graph."""
    for what, found, expected in (
        ("nodes by kind", content.kinds, stats["nodesByKind"]),
        ("edges by relation", content.relations, stats["edgesByRelation"]),
    ):
        expected = collections.Counter({k: v for k, v in expected.items() if v})
        report.check(
            f"GraphML and weft stats agree on {what}", found == expected,
            f"{dict(found)} in the file, {dict(expected)} by weft stats")
