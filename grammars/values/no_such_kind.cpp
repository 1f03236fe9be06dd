#include "grammars/values/no_such_kind.hpp"

#include <string>
#include <vector>

#include "grammars/text/nearest.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

BothTexts no_such_kind(std::string_view name) {
    std::vector<std::string_view> names;
    for (const ValueType* kind : value_types()) names.push_back(kind->name);
    const std::string near{nearest(name, names)}, wanted{name};
    return {"値の種類「" + wanted + "」はありません。" +
                (near.empty() ? "" : "「" + near + "」ではありませんか。"),
            "there is no kind of value '" + wanted + "'" +
                (near.empty() ? "" : "; did you mean '" + near + "'?")};
}

}  // namespace daicho
