// The few declarations of libxml2's HTML parser that Weft calls, so that neither its headers nor a
// link to it are needed: HTMLLibrary opens the library when the first page of HTML is read. They are
// the public interface of <libxml/HTMLparser.h> and <libxml/parser.h>, the same since libxml2 2.0;
// the parser's own structure stays opaque, because that one changes.
#ifndef WEFT_CLIBXML2
#define WEFT_CLIBXML2

typedef struct weft_html_parser weft_html_parser;

// struct _xmlSAXHandler, in its order. What Weft does not listen to is a plain pointer.
typedef struct {
  void *internalSubset, *isStandalone, *hasInternalSubset, *hasExternalSubset, *resolveEntity;
  void *getEntity, *entityDecl, *notationDecl, *attributeDecl, *elementDecl, *unparsedEntityDecl;
  void *setDocumentLocator, *startDocument, *endDocument;
  void (*startElement)(void *, const unsigned char *, const unsigned char **);
  void (*endElement)(void *, const unsigned char *);
  void *reference;
  void (*characters)(void *, const unsigned char *, int);
  void (*ignorableWhitespace)(void *, const unsigned char *, int);
  void *processingInstruction;
  void (*comment)(void *, const unsigned char *);
  void *warning, *error, *fatalError, *getParameterEntity;
  void (*cdataBlock)(void *, const unsigned char *, int);
  void *externalSubset;
  unsigned int initialized;
  void *_private, *startElementNs, *endElementNs, *serror;
} weft_html_events;

#endif
