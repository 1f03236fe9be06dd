#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// The ways from a record of XML down to its values, by number, each as a JSON pointer: "/住所/連結表記",
/// "/電話番号/1" the second of several, "/Code/@type" an attribute. They are a tree, in which a step costs a
/// look at the name that came behind the one before in the last record.
class XmlWays {
 public:
    static constexpr std::size_t record = 0;  ///< the way to the record itself: ""

    XmlWays() : nodes_(1) {}

    std::size_t size() const { return nodes_.size(); }
    const std::string& text(std::size_t way) const { return nodes_[way].text; }

    /// An element at `way` begins: what is in it is counted anew.
    void begin(std::size_t way);
    /// The way to the next element, or attribute, that is called `name`, in the one at `way`.
    std::size_t element(std::size_t way, std::string_view name) { return next(way, name, false); }
    std::size_t attribute(std::size_t way, std::string_view name) { return next(way, name, true); }

 private:
    /// Of one name in an element.
    struct Kind {
        std::string name;
        bool is_attribute;
        std::uint64_t begun = 0;        ///< the element that `count` counts in
        std::size_t count = 0;          ///< met so far
        std::vector<std::size_t> ways;  ///< of the first, the second and so on
    };
    struct Node {
        std::string text;
        std::vector<Kind> kinds;
        std::map<std::string, std::size_t, std::less<>> places;  ///< in `kinds`, by the step
        std::size_t likely = 0;                                  ///< the kind behind the last one
        std::uint64_t begun = 0;
    };

    std::size_t next(std::size_t way, std::string_view name, bool is_attribute);
    std::size_t kind_of(Node& node, std::string_view name, bool is_attribute);

    std::vector<Node> nodes_;
    std::uint64_t begun_ = 0;
};

}  // namespace daicho
