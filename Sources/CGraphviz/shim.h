#if !__has_include(<graphviz/gvc.h>)
#error "Graphviz headers are missing: run 'apt-get install libgraphviz-dev', or build with --disable-default-traits"
#endif
#include <graphviz/gvc.h>
#include <graphviz/cgraph.h>
