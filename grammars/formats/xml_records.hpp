#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/xml_reader.hpp"
#include "grammars/formats/xml_shape.hpp"
#include "grammars/formats/xml_survey.hpp"
#include "grammars/formats/xml_ways.hpp"

namespace daicho {

/// Hears of the values of a record.
class XmlValues {
 public:
    virtual ~XmlValues() = default;
    /// `way`: the number of its way among those of the reading; `XmlWays::record`: the text of the record
    /// itself.
    virtual void value(std::size_t way, std::string_view text) = 0;
    /// The values of a whole record, each with its way. `record` is what was read, of which they are parts,
    /// and lives until the reader goes on.
    virtual void record_like(std::string_view record, std::span<const std::string_view> values,
                             std::span<const std::size_t> ways) = 0;
};

/// Walks over the elements that are records.
class XmlRecords {
 public:
    /// `name`: of the document, for messages. `path`: of the records, by local names; "": there are none.
    /// `survey`, if there is one, sees the whole document. All must outlive it.
    XmlRecords(XmlReader& xml, const std::string& name, const std::string& path, XmlWays& ways,
               XmlSurvey* survey = nullptr);

    /// Goes to the next record, which must then be read; false at the end.
    bool next();
    /// Line on which the start tag of the record ends.
    std::uint64_t line() const { return line_; }
    /// Passes over the record; blanks around values are left out.
    void read(XmlValues& values);

 private:
    struct Open {
        std::size_t way = 0;
        std::size_t parts = 0;  ///< attributes and elements
        std::string text;
    };

    XmlEvent next_event();
    void open(XmlValues& values);
    void take_attributes(XmlValues& values);
    void take_text();
    void close(XmlValues& values);
    void read_like(XmlValues& values);
    void learn();

    XmlReader& xml_;
    const std::string& name_;
    XmlWays& ways_;
    XmlSurvey* survey_;
    std::vector<std::string> steps_;  ///< of the path
    std::size_t matched_ = 0;         ///< open elements that are on it
    std::vector<Open> open_;          ///< those beyond `depth_` are kept for their memory
    std::size_t depth_ = 0;
    std::uint64_t line_ = 0;
    XmlShapes shapes_;
    XmlLike like_;                   ///< the record, if it is like one before
    std::vector<std::size_t> told_;  ///< ways of the values of the record
};

}  // namespace daicho
