#include "tools/known_corporations.hpp"

#include <ostream>

#include "registries/reference/registered_corporations.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

const CorporationReference* KnownCorporations::corporations() const {
    std::call_once(once_, [&] {
        const std::string path = session_.registry.empty() ? usual_registry() : session_.registry;
        if (!path.empty()) corporations_ = registered_corporations(path);
    });
    if (!corporations_) missed_ = true;
    return corporations_.get();
}

KnownCorporation KnownCorporations::find(std::string_view number, std::string_view as_of) const {
    const CorporationReference* known = corporations();
    return known ? known->find(number, as_of) : KnownCorporation{};
}

FormerCorporation KnownCorporations::former(std::string_view number, std::string_view as_of) const {
    const CorporationReference* known = corporations();
    return known ? known->former(number, as_of) : FormerCorporation{};
}

bool KnownCorporations::covers(std::string_view prefecture) const {
    const CorporationReference* known = corporations();
    return known && known->covers(prefecture);
}

std::vector<std::string> KnownCorporations::repairs(std::string_view digits) const {
    const CorporationReference* known = corporations();
    return known ? known->repairs(digits) : std::vector<std::string>{};
}

void KnownCorporations::tell_of_missing_register() const {
    if (!missed_) return;
    session_.talk << session_.say(
        "法人番号公表サイトの公表内容を含む台帳ファイルがないので、法人番号は検査用数字までしか調べていません"
        "（daicho build "
        "で作り、--registry で指定します）。\n",
        "There is no registry with corporate numbers, so only their check digits were checked (daicho "
        "build "
        "makes one, --registry names it).\n");
}

}  // namespace daicho
