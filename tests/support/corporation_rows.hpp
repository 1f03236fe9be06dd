#pragma once

#include <string>

namespace daicho {

/// A row of the publication of corporate numbers, in the notation of the complete files.
struct CorporationRow {
    std::string number;
    std::string process = "01";
    std::string updated = "2015-11-20";
    std::string changed = "2015-10-05";
    std::string name = "株式会社北芳";
    std::string latest = "1";
    std::string correct = "0";
    std::string street = "北島１４番地の１３";
    std::string closed{};
    std::string cause{};
    std::string successor{};
    std::string details{};
    std::string hidden = "0";

    /// A line of 30 columns.
    std::string line(int sequence = 1) const {
        const std::string head = std::to_string(sequence) + "," + number + "," + process + ",";
        if (process == "99") return head + "," + updated + std::string(25, ',') + "\n";
        return head + correct + "," + updated + "," + changed + ",\"" + name +
               "\",,301,\"和歌山県\",\"和歌山市\",\"" + street + "\",,30,201,6408403,,," + closed + "," +
               cause + "," + successor + ",\"" + details + "\",2015-10-05," + latest + ",,,,,," + hidden +
               "\n";
    }
};

}  // namespace daicho
