#include "tools/server/router.hpp"

namespace daicho {

namespace {

constexpr std::string_view schema_texts = R"schema(
"Meta":{"type":"object","required":["generation","dataDate","attribution","complete"],"properties":{
  "generation":{"type":"string","minLength":1},"dataDate":{"type":["string","null"]},
  "attribution":{"type":"array","items":{"type":"string"}},"complete":{"type":"boolean"},
  "incompleteBecause":{"type":"string"}}},
"Item":{"type":"object","minProperties":1},
"Problem":{"type":"object","required":["type","code","status","title","detail","messages"],"properties":{
  "type":{"type":"string"},"code":{"type":"string","pattern":"^[a-z-]+$"},"status":{"type":"integer"},
  "title":{"type":"string"},"detail":{"type":"string"},"parameter":{"type":"string"},
  "messages":{"type":"object","required":["ja","en"]}}},
"Point":{"allOf":[{"$ref":"#/components/schemas/Meta"},{"type":"object",
  "required":["kind","id","asOf","item","others","note"],"properties":{"kind":{"type":"string"},
  "id":{"type":"string"},"asOf":{"type":["string","null"]},"item":{"$ref":"#/components/schemas/Item"},
  "others":{"type":"array","items":{"$ref":"#/components/schemas/Item"}},"note":{"type":["string","null"]}}}]},
"Found":{"type":"object","required":["kind","id","label","reason","sure","tied","item"],"properties":{
  "kind":{"type":"string"},"id":{"type":["string","null"]},"label":{"type":"string"},
  "reason":{"$ref":"#/components/schemas/Term"},"sure":{"type":"boolean"},"tied":{"type":"boolean"},
  "item":{"$ref":"#/components/schemas/Item"}}},
"Term":{"type":"object","required":["code","label"],"properties":{"code":{"type":"string"},
  "label":{"type":"string"}}},
"Search":{"allOf":[{"$ref":"#/components/schemas/Meta"},{"type":"object",
  "required":["q","items","total","totalIsExact","next"],"properties":{"q":{"type":"string"},
  "items":{"type":"array","items":{"$ref":"#/components/schemas/Found"}},"total":{"type":"integer"},
  "totalIsExact":{"type":"boolean"},"next":{"type":["string","null"]},"note":{"type":["string","null"]}}}]},
"Suggest":{"allOf":[{"$ref":"#/components/schemas/Meta"},{"type":"object","required":["q","items"],
  "properties":{"items":{"type":"array","items":{"type":"object","required":["kind","kindName","id","text","detail"]}}}}]},
"Normalize":{"allOf":[{"$ref":"#/components/schemas/Meta"},{"type":"object",
  "required":["type","input","ok","canonical","findings"],"properties":{"ok":{"type":"boolean"},
  "canonical":{"type":["string","null"]},"findings":{"type":"array"}}}]},
"Place":{"type":"object","required":["level","match","municipality","id"],"properties":{
  "level":{"enum":["none","prefecture","municipality","town","block","residence","parcel"]},
  "match":{"type":["string","null"]},"id":{"type":["string","null"]}}},
"AddressMatch":{"allOf":[{"$ref":"#/components/schemas/Place"},{"type":"object",
  "required":["q","class","reason","steps","candidates","candidatesInAll","building","rest"],"properties":{
  "class":{"enum":["A","B","C",null]},"reason":{"$ref":"#/components/schemas/Term"},
  "steps":{"type":"array","items":{"type":"object","required":["code","label","from","to","span"]}},
  "candidates":{"type":"array","items":{"$ref":"#/components/schemas/Place"}}}}]},
"CorporationMatch":{"type":"object","required":["verdict","id","evidence","candidates"],"properties":{
  "id":{"type":["string","null"],"pattern":"^[0-9]{13}$"},"candidates":{"type":"integer"}}},
"Match":{"allOf":[{"$ref":"#/components/schemas/Meta"},{"anyOf":[{"$ref":"#/components/schemas/AddressMatch"},
  {"$ref":"#/components/schemas/CorporationMatch"}]}]},
"Geocode":{"allOf":[{"$ref":"#/components/schemas/Meta"},{"$ref":"#/components/schemas/AddressMatch"},
  {"type":"object","required":["latitude","longitude","coordinateLevel"],"properties":{
  "latitude":{"type":["number","null"]},"longitude":{"type":["number","null"]}}}]},
"Reverse":{"allOf":[{"$ref":"#/components/schemas/Meta"},{"type":"object","required":["status","items"],
  "properties":{"status":{"enum":["found","unsure","not-found","not-covered"]},
  "items":{"type":"array","items":{"type":"object","required":["level","name","distance","latitude"]}}}}]},
"BatchLine":{"type":"object"},
"Validation":{"allOf":[{"$ref":"#/components/schemas/Meta"},{"type":"object","required":["files"],
  "properties":{"files":{"type":"array","minItems":1,"items":{"type":"object","required":["findings","levels"]}}}}]},
"Changes":{"allOf":[{"$ref":"#/components/schemas/Meta"},{"type":"object",
  "required":["kind","reset","changes","next","nextAt","last","more"],"properties":{"reset":{"type":"boolean"},
  "changes":{"type":"array","items":{"type":"object","required":["sequence","date","kind","id","states"]}}}}]},
"Manifest":{"allOf":[{"$ref":"#/components/schemas/Meta"},{"type":"object",
  "required":["program","sources","licences","files"],"properties":{"sources":{"type":"array","items":{
  "type":"object","required":["id","title","publisher","licence","tables"],"properties":{"tables":{
  "type":"array","items":{"type":"object","required":["name","rows","digest"]}}}}}}}]},
"Reconciliation":{"type":"object","minProperties":1},
"Suggestions":{"type":"object","required":["result"],"properties":{"result":{"type":"array","items":{
  "type":"object","required":["id","name"]}}}},
"Proposal":{"type":"object","required":["properties"],"properties":{"properties":{"type":"array"}}},
"OpenApi":{"type":"object","required":["openapi","info","paths","components"]},
"Conformance":{"type":"object","required":["conformsTo"],"properties":{
  "conformsTo":{"type":"array","minItems":1,"items":{"type":"string"}}}},
"Health":{"type":"object","required":["status"],"properties":{"status":{"enum":["ok","ready"]}}},
"Version":{"allOf":[{"$ref":"#/components/schemas/Meta"},{"type":"object","required":["name","version"]}]}
)schema";

}  // namespace

std::string_view schemas() {
    return schema_texts;
}

}  // namespace daicho
