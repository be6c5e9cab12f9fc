#ifndef WEFT_CYAML
#define WEFT_CYAML
#if !__has_include(<yaml.h>)
#error "libyaml's headers are missing: run 'apt-get install libyaml-dev'"
#endif
#include <dlfcn.h>
#include <yaml.h>

// Only `weft build --overrides` reads YAML, so the library is opened there and not at the start of every
// command. Each function below is libyaml's own, found by its name.

static inline void *weft_yaml_symbol(const char *name) {
  static void *library;
  if (!library) library = dlopen("libyaml-0.so.2", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libyaml.so", RTLD_NOW | RTLD_LOCAL);
  return library ? dlsym(library, name) : 0;
}

#define WEFT_YAML(result, name, parameters, arguments)               \
  static inline result weft_##name parameters {                      \
    static result(*function) parameters;                             \
    if (!function) *(void **)&function = weft_yaml_symbol(#name);    \
    return function arguments;                                       \
  }

WEFT_YAML(int, yaml_parser_initialize, (yaml_parser_t * parser), (parser))
WEFT_YAML(void, yaml_parser_delete, (yaml_parser_t * parser), (parser))
WEFT_YAML(
  void, yaml_parser_set_input_string,
  (yaml_parser_t * parser, const unsigned char *input, size_t size), (parser, input, size))
WEFT_YAML(int, yaml_parser_parse, (yaml_parser_t * parser, yaml_event_t *event), (parser, event))
WEFT_YAML(void, yaml_event_delete, (yaml_event_t * event), (event))

static inline int weft_yaml_is_available(void) { return weft_yaml_symbol("yaml_parser_initialize") != 0; }
#endif
