#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "grammars/base/buffer.hpp"
#include "grammars/formats/xml_reader.hpp"

namespace daicho {

/// Elements nested deeper are refused.
constexpr unsigned xml_depth_limit = 256;

/// An event that waits to be given out.
struct XmlStep {
    XmlEvent event;
    bool as_written;  ///< its text is a range of the bytes that were read, else of `XmlSteps::text`
    std::uint16_t depth;
    std::uint32_t first;  ///< byte of the text, or attribute
    std::uint32_t count;  ///< bytes of the text, or attributes
    std::uint64_t line;
    std::string_view name, uri;
};

struct XmlStepAttribute {
    std::string_view name, uri;
    std::uint32_t begin, size;  ///< of the value, in `XmlSteps::text`
};

/// Events in their order.
struct XmlSteps {
    std::vector<XmlStep> all;
    std::vector<XmlStepAttribute> attributes;
    Buffer<char> text;

    void clear() { cut({}); }

    /// How much there is of each, to go back to.
    struct Mark {
        std::size_t all = 0, attributes = 0, text = 0;
    };
    Mark mark() const { return {all.size(), attributes.size(), text.size()}; }
    void cut(const Mark& to) {
        all.erase(all.begin() + static_cast<std::ptrdiff_t>(to.all), all.end());
        attributes.erase(attributes.begin() + static_cast<std::ptrdiff_t>(to.attributes), attributes.end());
        text.resize(to.text);
    }
};

}  // namespace daicho
