#pragma once

#include <string>
#include <string_view>

#include "grammars/base/error.hpp"

namespace daicho {

/// Throws the Error of an XML document: "PATH:LINE: ..."; line 0 is left out.
[[noreturn]] inline void refuse_xml(const std::string& path, long line, const std::string& ja,
                                    const std::string& en) {
    const std::string place = path + (line > 0 ? ":" + std::to_string(line) : "") + ": ";
    throw Error{ErrorKind::input, place + ja, place + en};
}

/// The same for bytes that libxml2 could not read; `complaint` is its message, of which the first line is
/// kept.
[[noreturn]] inline void refuse_no_xml(const std::string& path, long line, std::string_view complaint) {
    complaint = complaint.substr(0, complaint.find('\n'));
    complaint = complaint.substr(0, complaint.find_last_not_of(" .") + 1);
    const std::string why{complaint.empty() ? "it has no root element" : complaint};
    refuse_xml(path, line, "XML として読めません（" + why + "）", "this is not XML: " + why);
}

[[noreturn]] inline void refuse_dtd(const std::string& path, long line = 0) {
    refuse_xml(path, line, "DTD（<!DOCTYPE）のある XML は読みません",
               "XML with a DTD (<!DOCTYPE) is not read");
}

/// As long as it lives libxml2 writes nothing to standard error on this thread, as it does of its own accord
/// where it cannot convert an encoding. It may then go on without the bytes, so that who reads has to ask.
class XmlSilence {
 public:
    XmlSilence();
    ~XmlSilence();
    XmlSilence(const XmlSilence&) = delete;
    XmlSilence& operator=(const XmlSilence&) = delete;

    /// Whether bytes were met that the encoding of the document does not have.
    bool met_broken_bytes() const { return met_broken_bytes_; }
    void meet_broken_bytes() { met_broken_bytes_ = true; }

 private:
    bool met_broken_bytes_ = false;
    void (*say_)(void*, const char*, ...);
    void* say_context_;
    void* report_context_;
    void (*report_)();  ///< of a type that only libxml2 knows
};

}  // namespace daicho
