#include "models/engine/class_way.hpp"

#include "models/engine/header.hpp"

namespace daicho {

Way way_down(const syntax::Item& item, const Way& way) {
    Way down = way;
    down.path += item.name.text;
    down.label += item.label.ja;
    down.extension |= item.standing == syntax::Standing::extension;
    down.confidential |= item.confidential;
    if (item.cardinality.maximum > 1 && !way.repeats) {
        down.repeats = true;
        down.repeat_step = down.labels.size();
        down.repeat_label = down.label.size();
        down.repeat_path = down.path.size();
    }
    down.labels.push_back(item.label.ja);
    down.path += ".";
    down.label += "_";
    down.key += header_key(item.label.ja);
    return down;
}

}  // namespace daicho
