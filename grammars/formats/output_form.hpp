#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammars/base/byte_sink.hpp"
#include "grammars/formats/table_writer.hpp"

namespace daicho {

/// A step on the way down to a value of a nested form.
struct OutputStep {
    std::string name;
    std::uint32_t element = 0;  ///< 1-based: the value, or what holds it, is so many in an array; 0: no array
};

/// A column of a table that is written, for forms that can say more than text.
struct OutputColumn {
    enum class Meaning : std::uint8_t { text, number, latitude, longitude };

    std::string header;
    std::vector<OutputStep> path{};  ///< where nested forms have it; empty: the header is its key
    Meaning meaning = Meaning::text;
    std::string
        separator{};  ///< its cells are lists, which nested forms write as arrays; empty: they are not
    /// Nested forms write it where it is empty too: its place among the others, and that it is there, is
    /// known from what a record has.
    bool always_written = false;
    /// Of codes that forms write with their labels: code and label of each.
    std::shared_ptr<const std::vector<std::pair<std::string, std::string>>> codes{};
};

/// What the records of a table are, for forms that name it.
struct OutputKind {
    using Way = std::vector<std::string>;  ///< names of steps, from a record or from an object in it

    /// A required pattern of the class of an object: XML names it behind the name of the element.
    struct Pattern {
        std::string name;  ///< MP01
        std::vector<Way> required, may_be_empty;
    };
    std::string name = "record";  ///< "Person"
    std::string prefix, uri;      ///< namespace of the items; empty: none
    std::string codes_uri;        ///< namespace of `code` and `value`; empty: that of the items
    std::string context;          ///< JSON: the value of @context; empty: none
    std::map<Way, std::vector<Pattern>> patterns{};  ///< of the record {} and of objects in it
    std::optional<std::size_t> id{};                 ///< the column that tells records apart
};

/// How a table is to be written.
struct OutputRequest {
    std::string name;                  ///< of the file, for messages
    Dialect dialect;                   ///< of a table of text
    Encoding source = Encoding::utf8;  ///< where raw text comes from
    std::vector<OutputColumn> columns;
    bool leave_out_empty = false;  ///< nested forms have no empty values
    OutputKind kind{};
};

/// A form in which tables are written: one line of the table of forms, and a file that makes its writer.
struct OutputForm {
    std::string_view name;     ///< "csv"
    std::string_view label;    ///< as people write it: "CSV"
    std::string_view endings;  ///< of file names, in small letters, separated by spaces: ".csv .txt"
    /// A table of text: encoding, line end, delimiter and byte-order mark can be chosen. Others are UTF-8.
    bool text;
    bool nested;         ///< it has values under the paths of their columns, not under headers
    bool places;         ///< its records are places: it needs a latitude and a longitude
    bool names_records;  ///< it says what the records are: `OutputRequest::kind`
    std::unique_ptr<TableWriter> (*create)(std::unique_ptr<ByteSink> sink, OutputRequest request);
};

/// All forms; the first one is usual.
std::span<const OutputForm> output_forms();

/// The form of that name, or null.
const OutputForm* find_output_form(std::string_view name);

/// The form that the ending of a file name tells, or null.
const OutputForm* output_form_by_name(std::string_view path);

/// Whether the ending of a file name is that of a form that is not written: .xls, .ods, .pdf, .zip …
bool names_unwritten_form(std::string_view path);

/// The delimiter that a form of text has unless somebody says otherwise.
char usual_delimiter(const OutputForm& form);

/// What the header of a column says of its values: 緯度, longitude ...
OutputColumn::Meaning meaning_of_header(std::string_view header);

}  // namespace daicho
