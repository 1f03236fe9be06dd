#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "grammars/formats/xml_reader.hpp"
#include "registries/sources/record_stream.hpp"

namespace daicho {

/// The corporate numbers as XML, as the National Tax Agency publishes them beside the CSV files and its
/// service answers: `corporations` with lastUpdateDate, count, divideNumber, divideSize and one `corporation`
/// a record, whose children are named as the columns of the CSV.
///
/// A child that is missing is an empty cell. So that nothing is lost in silence, a file is refused, with the
/// line, where an element has a name that is not known here, a child occurs twice, or the records are not as
/// many as `count` says (where an answer is divided, `count` is that of all its parts).
class CorporateXmlStream final : public RecordStream {
 public:
    /// `items`: the names of the children, in the order of the cells.
    CorporateXmlStream(std::unique_ptr<ByteSource> file, std::vector<std::string> items);

    const std::vector<std::string>& header() const override { return items_; }
    std::size_t columns() const override { return items_.size(); }
    bool next(Batch& batch) override;
    std::string encoding() const override { return "UTF-8"; }

 private:
    void read_head();
    void read_record();
    void finish();
    [[noreturn]] void refuse(const std::string& ja, const std::string& en) const;

    std::unique_ptr<ByteSource> file_;
    std::vector<std::string> items_;
    XmlReader reader_;
    std::array<std::string, 4> head_;  ///< texts of the elements in front of the records
    std::vector<std::string> cells_;
    std::vector<bool> given_;
    bool finished_ = false;
    std::uint64_t records_ = 0;
};

/// Whether a file that begins so is one.
bool is_corporate_xml(std::string_view head);

}  // namespace daicho
