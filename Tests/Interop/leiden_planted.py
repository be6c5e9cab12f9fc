#!/usr/bin/env python3
"""Planted-partition graphs, and igraph's Leiden on the same file. Needs numpy and igraph.

  leiden_planted.py make EDGES NODES EDGE_COUNT   writes 12 bytes an edge: source, target, weight
  leiden_planted.py igraph EDGES NODES            one JSON line, as leiden-benchmark prints
"""
import json, random, resource, sys, time

import numpy as np

EDGE = np.dtype([("source", "<u4"), ("target", "<u4"), ("weight", "<f4")])


def make(path, nodes, count):
    """Communities of 20 to 400 nodes; 30 % of the edges lead to any node; numbers are shuffled."""
    rng = np.random.default_rng(7)
    sizes = rng.integers(20, 400, nodes)
    ends = np.cumsum(sizes)
    ends = ends[: np.searchsorted(ends, nodes) + 1].clip(max=nodes)
    starts = np.concatenate([[0], ends[:-1]])
    a = rng.integers(0, nodes, count)
    block = np.searchsorted(ends, a, side="right")
    inside = starts[block] + (rng.random(count) * (ends - starts)[block]).astype(np.int64)
    b = np.where(rng.random(count) < 0.3, rng.integers(0, nodes, count), inside)
    keep = a != b
    low, high = np.minimum(a, b)[keep], np.maximum(a, b)[keep]
    key = np.unique(low * nodes + high)
    edges = np.empty(len(key), EDGE)
    name = rng.permutation(nodes)
    edges["source"], edges["target"] = name[key // nodes], name[key % nodes]
    edges["weight"] = rng.random(len(key)) * 0.9 + 0.1
    edges.tofile(path)


def with_igraph(path, nodes):
    import igraph

    edges = np.fromfile(path, EDGE)
    start = time.perf_counter()
    pairs = np.stack([edges["source"], edges["target"]], 1)
    graph = igraph.Graph(n=nodes, edges=pairs)
    graph.es["weight"] = edges["weight"].astype(float)
    built = time.perf_counter()
    random.seed(1)
    worked = time.process_time()
    result = graph.community_leiden(objective_function="modularity", weights="weight", n_iterations=2)
    done = time.perf_counter()
    worked = time.process_time() - worked
    print(json.dumps({
        "nodes": nodes, "edges": len(edges), "build_s": built - start, "leiden_s": done - built,
        "leiden_cpu_s": worked,
        "quality": graph.modularity(result.membership, weights="weight"), "communities": len(result),
        "peak_kib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))


if sys.argv[1] == "make":
    make(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
else:
    with_igraph(sys.argv[2], int(sys.argv[3]))
