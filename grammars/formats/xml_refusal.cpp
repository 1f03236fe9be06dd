#include "grammars/formats/xml_refusal.hpp"

#include <libxml/xmlerror.h>

#include <libxml/globals.h>

namespace daicho {

namespace {

void say_nothing(void*, const char*, ...) {}
void hear(void* silence, xmlError* error) {
    if (error->domain == XML_FROM_I18N) static_cast<XmlSilence*>(silence)->meet_broken_bytes();
}

}  // namespace

XmlSilence::XmlSilence()
    : say_(xmlGenericError),
      say_context_(xmlGenericErrorContext),
      report_context_(xmlStructuredErrorContext),
      report_(reinterpret_cast<void (*)()>(xmlStructuredError)) {
    xmlSetGenericErrorFunc(nullptr, say_nothing);
    xmlSetStructuredErrorFunc(this, hear);
}

XmlSilence::~XmlSilence() {
    xmlSetGenericErrorFunc(say_context_, say_);
    xmlSetStructuredErrorFunc(report_context_, reinterpret_cast<xmlStructuredErrorFunc>(report_));
}

}  // namespace daicho
