#pragma once

#include <set>
#include <string>

#include "grammars/base/os.hpp"
#include "grammars/formats/xml_schema.hpp"
#include "models/dataset/check_listener.hpp"

namespace daicho {

/// Compares a document of XML with a schema once its records were checked, and tells what it finds behind
/// their findings.
class XsdPass final : public CheckListener {
 public:
    /// `document` is rewindable. All outlive it.
    XsdPass(const XmlSchema& schema, ByteSource& document, CheckListener& next)
        : schema_(schema), document_(document), next_(next) {}

    void begin_file(const FileFacts& facts) override;
    void add(const Finding& finding) override { next_.add(finding); }
    void end_file(const FileVerdict& verdict) override;

 private:
    void tell(const XmlViolation& violation);

    const XmlSchema& schema_;
    ByteSource& document_;
    CheckListener& next_;
    std::string path_, records_;
    bool is_xml_ = false;
    bool confidential_ = false;       ///< some values of the table are
    std::set<std::string> expected_;  ///< what findings view
};

}  // namespace daicho
