#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "registries/lookup/postal_place.hpp"

namespace daicho {

/// The postal codes of one municipality: all records that a publication has of it. Only together do they say
/// what その他 and 以下に掲載がない場合 are, and which of two towns is meant where the name of one begins
/// that of the other.
class PostalMunicipality {
 public:
    bool empty() const { return records_.empty(); }
    /// `town` is a town of the column of a record of `code`.
    void add(std::string_view code, PostalTown town);

    /// Whether `place`, in this municipality, has the postal code. "no" where the municipality has no such
    /// code, or where its records name the town and give it others. Codes of large offices are not known
    /// here.
    Belongs belongs(std::string_view code, const PostalPlace& place) const;

    struct Code {
        std::string code;
        Belongs belongs = Belongs::yes;
    };
    /// The codes that `place` has, or may have where none is sure; in the order of the records.
    std::vector<Code> codes(const PostalPlace& place) const;

 private:
    struct Record {
        std::string code;
        PostalTown town;
        std::string name_key;  ///< `place_key` of the town's name
    };
    struct Answers {
        std::vector<Belongs> of_record;
        bool named = false;  ///< some record names the town
    };
    Answers answers(const PostalPlace& place) const;

    std::vector<Record> records_;
};

}  // namespace daicho
