#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// What the register says of a corporate number.
enum class CorporationStanding : unsigned char {
    not_covered,  ///< no verdict: the number is not in what the registry has, and that is not all of Japan
    unknown,      ///< nobody has the number
    not_yet,      ///< it was given after the day that was asked for
    live,
    closed,
    withdrawn  ///< 処理区分 99: the number was given twice to one corporation, and is never used again
};

/// One who took over a corporation.
struct CorporationSuccessor {
    std::string number;  ///< 13 digits
    std::string name;    ///< empty: not in the registry
    std::string date;    ///< from which on, YYYY-MM-DD
    bool closed = false;
};

/// A name or an address that a corporation had before.
struct FormerText {
    std::string text;
    std::string until;  ///< first day on which it was no longer so, YYYY-MM-DD
};

/// What the register knows of a corporation on a day. Texts as published. Of a number that is not live or
/// closed all but `standing`, `register_day` and `date` are empty.
struct KnownCorporation {
    CorporationStanding standing = CorporationStanding::not_covered;
    std::string
        register_day;         ///< up to which the register knows every corporation that it covers, YYYY-MM-DD
    std::string date;         ///< of the closing, the withdrawal, or the giving of the number (not_yet)
    std::string close_cause;  ///< 登記記録の閉鎖等の事由: 01, 11, 21, 31
    std::string name;
    std::string kana;
    std::string kind;  ///< 法人種別: 101 … 499
    std::string prefecture;
    std::string city;                              ///< 市区町村, with the county
    std::string street;                            ///< 丁目番地等
    std::string lg_code;                           ///< 6 digits; empty abroad
    std::vector<CorporationSuccessor> successors;  ///< to the end of the chain, each hop

    bool is_known() const {
        return standing == CorporationStanding::live || standing == CorporationStanding::closed;
    }
    std::string address() const { return prefecture + city + street; }
};

/// What a corporation was before, the newest first; none that it is still.
struct FormerCorporation {
    std::vector<FormerText> names;
    std::vector<FormerText> addresses;
};

/// Knows corporations by their corporate numbers. The engine declares it; the registries implement it. May be
/// called from several threads at once.
class CorporationReference {
 public:
    virtual ~CorporationReference() = default;

    /// `number`: 13 digits with a right check digit. `as_of`: YYYY-MM-DD, or empty for the present.
    virtual KnownCorporation find(std::string_view number, std::string_view as_of) const = 0;

    /// Of a number that `find` knows: what the corporation was before `as_of`.
    virtual FormerCorporation former(std::string_view number, std::string_view as_of) const = 0;

    /// Whether the registry has all corporations of a prefecture ("30"); its register of them then speaks for
    /// it.
    virtual bool covers(std::string_view prefecture) const = 0;

    /// Numbers that exist and that 13 digits with a wrong check digit may have been meant for: a digit
    /// otherwise, or two neighbours exchanged. In rising order.
    virtual std::vector<std::string> repairs(std::string_view digits) const = 0;
};

}  // namespace daicho
