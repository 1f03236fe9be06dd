#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>

#include <catch2/catch.hpp>

#include "models/dataset/transform.hpp"
#include "models/engine/embedded_models.hpp"
#include "models/engine/transform_set.hpp"
#include "models/template/entry_form.hpp"

using namespace daicho;

namespace {

/// Two transformations that lead back, and what of the first class does not come back: items, or all items
/// below one.
struct Pair {
    std::string there, back;
    std::set<std::string> lost;
    Settings settings;
};

const Pair pairs[] = {
    {"evacuation_space_to_facility",
     "facility_to_evacuation_space",
     {"localGovernmentCode", "elevation", "extensionNumber", "contactPointFormUrl", "localGovernmentName",
      "designatedShelter", "targetNeighborhoodAssociations", "url", "image", "imageLicense"},
     {}},
    {"public_facility_to_facility",
     "facility_to_public_facility",
     {"accompaniedByGuideDogsAndServiceDogsStatus",
      "altitudeType",
      "altitudeValue",
      "brailleAndReadingAssistanceStatus",
      "caneRentalStatus",
      "contactPointFormUrl",
      "diaperChangingCornerStatus",
      "extensionNumber",
      "externalIdentifier",
      "externalIdentifierValue",
      "foodAndDrinkPermissionStatus",
      "image",
      "imageLicense",
      "legalEntityNumber",
      "localGovernmentName",
      "mobilitySupportForBrailleBlocksEtcStatus",
      "multipurposeToiletStatus",
      "nurseryStatus",
      "organizationName",
      "poiCode",
      "priorityParkingStatus",
      "rampsOrElevatorsOrEscalatorsStatus",
      "strollerPermissionStatus",
      "strollerRentalStatus",
      "subtitlesStatus",
      "toiletForOstomatesStatus",
      "url",
      "wheelchairPermissionStatus",
      "wheelchairRentalStatus",
      "writingSupportStatus"},
     {}},
    {"evacuation_space_to_eei",
     "eei_to_evacuation_space",
     {"address.buildingNameEtc", "address.localGovernmentCode", "address.postalCode",
      "address.streetAddressId", "contactPointEmailAddress", "contactPointFormUrl", "elevation",
      "extensionNumber", "image", "imageLicense", "localGovernmentCode", "localGovernmentName", "nameEn",
      "nameKana", "phoneNumber", "targetNeighborhoodAssociations", "url"},
     {}},
    {"person_to_pupil",
     "pupil_to_person",
     {"address.country", "address.streetAddressAndCityBlock", "contactPointInformation.contactPointAddress",
      "contactPointInformation.contactPointName", "contactPointInformation.contactPointPurpose",
      "contactPointInformation.contactPointSocialMedia", "contactPointInformation.contactPointUrl",
      "dateOfDeath", "fullNameEn", "idGroup", "nationality"},
     {}},
    {"invoice_to_jp_pint", "jp_pint_to_invoice", {}, {}},
    {"support_program_to_programme",
     "programme_to_support_program",
     {"contactAddress", "contactForm", "kind", "localGovernmentName", "onlineApplicationUrl", "postalCode",
      "relatedProgramme"},
     {}},
    {"corporation_to_application",
     "application_to_corporation",
     {"businessPlaceInformation", "contactPointInformation.contactPointAddress",
      "contactPointInformation.contactPointName", "contactPointInformation.contactPointPurpose",
      "contactPointInformation.contactPointSocialMedia", "contactPointInformation.contactPointUrl",
      "representative.address", "representative.contactPointInformation", "representative.dateOfBirth",
      "representative.dateOfDeath", "representative.familyNameEn", "representative.fullNameEn",
      "representative.givenNameEn", "representative.idGroup", "representative.nationality",
      "representative.sex"},
     {{"applied_on", "2024-04-01"}, {"addressee", "デジタル庁"}}},
    {"facility_to_point_of_interest",
     "point_of_interest_to_facility",
     {"accessMethod", "contactPointInformation.contactPointAddress",
      "contactPointInformation.contactPointSocialMedia", "facilityAddress.fullAddress",
      "facilityAddress.streetAddressAndCityBlock", "facilityAddress.streetAddressId", "nameEn", "nameKana",
      "parkingStatus", "typeInformation.codeType"},
     {}},
    {"corporation_to_organization",
     "organization_to_corporation",
     {"activityStatus", "businessPlaceInformation", "categoryOfBusiness", "categoryOfOrganization",
      "contactPointInformation", "dateOfEstablishment", "idGroup", "numberOfCompanyEmployee",
      "positionOfRepresentative", "registeredAddress.fullAddress", "registeredAddress.localGovernmentCode",
      "registeredAddress.streetAddressAndCityBlock", "registeredAddress.streetAddressId", "representative",
      "tradeNameEn", "tradeNameKana"},
     {}},
    {"event_to_ngsi_event",
     "ngsi_event_to_event",
     {"contactPointInformation.contactPointAddress",
      "contactPointInformation.contactPointSocialMedia",
      "coorganizer",
      "dateTimeDescription",
      "eventNameEn",
      "eventNameKana",
      "eventType",
      "feeStatus",
      "holdingPattern",
      "location",
      "locationAddress.fullAddress",
      "locationAddress.localGovernmentCode",
      "locationAddress.streetAddressAndCityBlock",
      "locationAddress.streetAddressId",
      "organizer",
      "parkingStatus",
      "relatedGroup",
      "status",
      "subEvent",
      "tag",
      "targetPerson",
      "venueFacility",
      "webinarStatus"},
     {}},
};

std::string transformed(Models& models, const std::string& csv, const std::string& map,
                        const Settings& settings) {
    TransformRequest request;
    request.check.map = map;
    request.check.settings = settings;
    request.check.keep_unmapped = false;
    request.check.threads = 1;
    request.english_names = true;
    std::string result;
    transform(memory_source(csv, "a.csv"), memory_target(result), request, models);
    return result;
}

/// The cells of a table of one record below their headers; no cell of the examples has a comma.
std::map<std::string, std::string> cells_of(const std::string& csv) {
    std::istringstream lines(csv.substr(csv.starts_with("\xEF\xBB\xBF") ? 3 : 0));
    std::string header, record;
    std::getline(lines, header);
    std::getline(lines, record);
    std::istringstream headers(header), cells(record);
    std::map<std::string, std::string> table;
    for (std::string name, cell; std::getline(headers, name, ',');) {
        cell.clear();
        std::getline(cells, cell, ',');
        for (std::string* text : {&name, &cell}) std::erase(*text, '\r');
        table[name] = cell;
    }
    return table;
}

}  // namespace

TEST_CASE("a shipped transformation and the one back keep all items but those that are listed") {
    Models models;
    TransformSet maps;
    for (const Pair& pair : pairs) {
        CAPTURE(pair.there);
        const std::string from = maps.get(pair.there).tree.origin.text;
        const std::string first = entry_csv(entry_form(models, from, {.english_names = true}));
        const std::string there = transformed(models, first, pair.there, pair.settings);
        const std::string back = transformed(models, there, pair.back, {});
        std::set<std::string> lost;
        const auto after = cells_of(back);
        for (const auto& cell : cells_of(first)) {
            const std::string& item = cell.first;
            const std::string& value = cell.second;
            if (value.empty()) continue;
            const auto at = after.find(item);
            if (at != after.end() && at->second == value) continue;
            const auto listed = std::ranges::find_if(pair.lost, [&](const std::string& path) {
                return item == path || item.starts_with(path + ".");
            });
            lost.insert(listed == pair.lost.end() ? item : *listed);
        }
        CAPTURE(there, back);
        CHECK(lost == pair.lost);
        CHECK(transformed(models, back, pair.there, pair.settings) == there);
    }
}

TEST_CASE("a street address of Smart Data Models that says the whole address comes back as it is") {
    Models models;
    for (const auto& [map, item] : {std::pair{"ngsi_event_to_event", "locationAddress.fullAddress"},
                                    {"point_of_interest_to_facility", "facilityAddress.fullAddress"},
                                    {"organization_to_corporation", "registeredAddress.fullAddress"}}) {
        CAPTURE(map);
        for (const char* street : {"東京都千代田区霞が関二丁目1-2", "霞が関二丁目1-2"}) {
            const std::string table =
                "name,address.addressRegion,address.addressLocality,address.streetAddress\n"
                "甲,東京都,千代田区," +
                std::string(street) + "\n";
            CHECK(cells_of(transformed(models, table, map, {}))[item] == "東京都千代田区霞が関二丁目1-2");
        }
    }
}

TEST_CASE("a day that cannot be read gets no hour, and comes back as it is") {
    Models models;
    const std::string table =
        "eventName,dateOfStart,startTime\n甲,11月25日（土）,09:30\n乙,2026-11-25,09:30\n";
    const std::string there = transformed(models, table, "event_to_ngsi_event", {});
    CHECK(there.find("2026-11-25T09:30:00+09:00") != std::string::npos);
    CHECK(there.find("）T09:30") == std::string::npos);
    CHECK(transformed(models, there, "ngsi_event_to_event", {}).find("11月25日（土）") != std::string::npos);
}

TEST_CASE("a further value of an item that is carried along is one at once") {
    Models models;
    const std::string list =
        "タイトル（制度名）,電話番号,連絡先電話番号（2）\n手当,(0834)22-8211,(0834)22-8212\n補助,(0834)22-"
        "8213,\n";
    const auto run = [&](const std::string& csv, const std::string& map) {
        TransformRequest request;
        request.check.map = map;
        request.check.model = map.empty() ? "gif.administration.programme/Programme" : "auto";
        request.check.threads = 1;
        std::string result;
        transform(memory_source(csv, "a.csv"), memory_target(result), request, models);
        return result;
    };
    const std::string once = run(list, "support_program_to_programme");
    CAPTURE(once);
    CHECK(once.find("電話番号[2]") != once.npos);
    CHECK(run(once, "") == once);
}

TEST_CASE("a column that is carried along under the name of an item that nothing fills is that item") {
    Models models;
    const std::string facilities = "名称,telephoneNumber\n甲,087-839-2811\n";
    TransformRequest request;
    request.check.map = "facility_to_public_facility";
    request.check.threads = 1;
    std::string result;
    transform(memory_source(facilities, "a.csv"), memory_target(result), request, models);
    CHECK(result.find("telephoneNumber") == result.npos);
    CHECK(result.find("(087)839-2811") != result.npos);
}

TEST_CASE("every transformation that is compiled in can be found by its name and prints as it is read") {
    TransformSet maps;
    std::size_t count = 0;
    for (const EmbeddedFile& file : embedded_models()) {
        if (!file.path.ends_with(".gift")) continue;
        std::string name(file.path.substr(file.path.rfind('/') + 1));
        name.resize(name.size() - std::string_view(".gift").size());
        CHECK(maps.get(name).tree.name.text == name);
        ++count;
    }
    CHECK(count >= std::size(pairs) * 2);
}
