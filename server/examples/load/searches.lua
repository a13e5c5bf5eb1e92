-- Searches none of which was asked before: words, a filter, and a number that only makes
-- the address another.
local words = { "kantine", "frokost", "rengøring", "have", "cykel", "møbler", "tryk", "vask", "it", "mad",
  "pakning", "træ", "genbrug", "catering", "maling", "montage", "kaffe", "flytning", "keramik", "tekstil" }
local filters = { "kommune=aalborg", "kommune=hjoerring", "leverer=rebild", "rsv=1", "branche=kantine-catering",
  "samarbejde=direkte-koeb", "leverer=frederikshavn&kommune=broenderslev" }
local number = 0
local seed = os.getenv("SEED") or "0"

local function pick(list, step)
  return list[math.floor(number / step) % #list + 1]
end

local function escaped(text)
  return (text:gsub("[^%w]", function(letter) return string.format("%%%02X", letter:byte()) end))
end

function request()
  number = number + 1
  local text = escaped(pick(words, 1))
  if number % 3 == 0 then text = text .. "+" .. escaped(pick(words, 7)) end
  return wrk.format("GET", "/virksomheder?q=" .. text .. "&" .. pick(filters, 3) .. "&x=" .. seed .. "-" .. number)
end
