#include "tools/known_bodies.hpp"

#include <ostream>

#include "registries/reference/registered_bodies.hpp"
#include "registries/registry.hpp"

namespace daicho {

const BodyReference* KnownBodies::bodies() const {
    std::call_once(once_, [&] {
        const std::string path = session_.registry.empty() ? usual_registry() : session_.registry;
        if (!path.empty()) bodies_ = registered_bodies(path);
    });
    if (!bodies_) missed_ = true;
    return bodies_.get();
}

KnownBody KnownBodies::find(std::string_view number, std::string_view as_of) const {
    const BodyReference* known = bodies();
    return known ? known->find(number, as_of) : KnownBody{};
}

FormerBody KnownBodies::former(std::string_view number, std::string_view as_of) const {
    const BodyReference* known = bodies();
    return known ? known->former(number, as_of) : FormerBody{};
}

bool KnownBodies::covers(std::string_view prefecture) const {
    const BodyReference* known = bodies();
    return known && known->covers(prefecture);
}

std::vector<std::string> KnownBodies::repairs(std::string_view digits) const {
    const BodyReference* known = bodies();
    return known ? known->repairs(digits) : std::vector<std::string>{};
}

void KnownBodies::tell_of_missing_register() const {
    if (!missed_) return;
    session_.talk << session_.say(
        "法人番号の台帳がないので、法人番号は検査数字までしか調べていません（daicho build "
        "で作り、--registry で指定します）。\n",
        "There is no register of corporate numbers, so of these only the check digit was looked at (daicho "
        "build "
        "makes one, --registry names it).\n");
}

}  // namespace daicho
