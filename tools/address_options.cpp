#include "tools/address_options.hpp"

namespace daicho {

void add_address_target(CLI::App& app, AddressTarget& target, const Session& session) {
    add_choice<AddressTarget>(
        app, "--target", target,
        {{"any", AddressTarget::any},
         {"residence", AddressTarget::residence},
         {"parcel", AddressTarget::parcel}},
        session.say("住所の番号を探す台帳。any: 書き方による（既定）、residence: 住居表示、parcel: 地番",
                    "Register that has the number of an address: any, as it is written (default), residence "
                    "or parcel"),
        session);
}

}  // namespace daicho
