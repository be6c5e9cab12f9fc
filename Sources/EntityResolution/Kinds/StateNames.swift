/// Names of states, taken once from Debian's iso-codes (ISO 3166-1, with its common and official
/// names) and added to by hand: former states, states in fact, and other spellings.
enum StateNames {
  /// Divided by `;`.
  static let states = """
    Abkhazia; Afghanistan; Albania; Algeria; America; Andorra; Angola; Antigua and Barbuda;
    Arab Republic of Egypt; Argentina; Argentine Republic; Armenia; Australia; Austria;
    Austria-Hungary; Azawad; Azerbaijan; Ba'athist Iraq; Ba'athist Syria; Bahamas; Bahrain;
    Bangladesh; Barbados; Belarus; Belgium; Belize; Benin; Bhutan; Biafra;
    Bolivarian Republic of Venezuela; Bolivia; Bolivia, Plurinational State of; Bosnia;
    Bosnia and Herzegovina; Botswana; Brazil; Britain; British Empire; Brunei; Brunei Darussalam;
    Bulgaria; Burkina Faso; Burma; Burundi; Byzantine Empire; Cabo Verde; Cambodia; Cameroon;
    Canada; Cape Verde; Central African Republic; Chad; Chile; China; Colombia;
    Commonwealth of Dominica; Commonwealth of the Bahamas; Comoros; Congo;
    Congo, The Democratic Republic of the; Congo-Brazzaville; Congo-Kinshasa; Costa Rica;
    Croatia; Cuba; Cyprus; Czech Republic; Czechia; Czechoslovakia; Côte d'Ivoire; DR Congo;
    Democratic People's Republic of Korea; Democratic Republic of Congo;
    Democratic Republic of Sao Tome and Principe; Democratic Republic of Timor-Leste;
    Democratic Republic of the Congo; Democratic Socialist Republic of Sri Lanka; Denmark;
    Djibouti; Dominica; Dominican Republic; Donetsk People's Republic; East Germany; East Timor;
    Eastern Republic of Uruguay; Ecuador; Egypt; El Salvador; Empire of Japan; Equatorial Guinea;
    Eritrea; Estonia; Eswatini; Ethiopia; Federal Democratic Republic of Ethiopia;
    Federal Democratic Republic of Nepal; Federal Republic of Germany;
    Federal Republic of Nigeria; Federal Republic of Somalia; Federal Republic of Yugoslavia;
    Federated States of Micronesia; Federative Republic of Brazil; Fiji; Finland; France;
    French Republic; Gabon; Gabonese Republic; Gambia; Georgia; Georgia (country);
    German Democratic Republic; German Empire; Germany; Ghana; Grand Duchy of Luxembourg;
    Great Britain; Greece; Grenada; Guatemala; Guinea; Guinea-Bissau; Guyana; Haiti;
    Hashemite Kingdom of Jordan; Hellenic Republic; Holland; Holy See;
    Holy See (Vatican City State); Honduras; Hungary; Iceland;
    Independent State of Papua New Guinea; Independent State of Samoa; India; Indonesia; Iran;
    Iran, Islamic Republic of; Iraq; Ireland; Islamic Emirate of Afghanistan;
    Islamic Republic of Afghanistan; Islamic Republic of Iran; Islamic Republic of Mauritania;
    Islamic Republic of Pakistan; Israel; Italian Republic; Italy; Ivory Coast; Jamaica; Japan;
    Jordan; Kazakhstan; Kenya; Kingdom of Bahrain; Kingdom of Belgium; Kingdom of Bhutan;
    Kingdom of Cambodia; Kingdom of Denmark; Kingdom of Eswatini; Kingdom of Great Britain;
    Kingdom of Italy; Kingdom of Jordan; Kingdom of Lesotho; Kingdom of Morocco;
    Kingdom of Norway; Kingdom of Prussia; Kingdom of Saudi Arabia; Kingdom of Spain;
    Kingdom of Sweden; Kingdom of Thailand; Kingdom of Tonga; Kingdom of the Netherlands;
    Kiribati; Korea; Korea, Democratic People's Republic of; Korea, Republic of; Kosovo; Kuwait;
    Kyrgyz Republic; Kyrgyzstan; Lao People's Democratic Republic; Laos; Latvia;
    Lebanese Republic; Lebanon; Lesotho; Liberia; Libya; Libyan Arab Jamahiriya; Libyan Republic;
    Liechtenstein; Lithuania; Luhansk People's Republic; Luxembourg; Macedonia;
    Macedonia (country); Madagascar; Malawi; Malaysia; Maldives; Mali; Malta; Manchukuo;
    Marshall Islands; Mauritania; Mauritius; Mexico; Micronesia; Micronesia, Federated States of;
    Moldova; Moldova, Republic of; Monaco; Mongolia; Montenegro; Morocco; Mozambique; Myanmar;
    Nagorno-Karabakh; Nagorno-Karabakh Republic; Namibia; Nauru; Nazi Germany; Nepal;
    Netherlands; New Zealand; Nicaragua; Niger; Nigeria; North Korea; North Macedonia;
    North Vietnam; North Yemen; Northern Cyprus; Norway; Oman; Ottoman Empire; Pakistan; Palau;
    Palestine; Palestine, State of; Palestinian territories; Panama; Papal States;
    Papua New Guinea; Paraguay; People's Democratic Republic of Algeria;
    People's Republic of Bangladesh; People's Republic of China; Peoples Republic of China; Peru;
    Philippines; Plurinational State of Bolivia; Poland; Portugal; Portuguese Republic;
    Principality of Andorra; Principality of Liechtenstein; Principality of Monaco; Prussia;
    Puntland; Qatar; Qing Dynasty; Republic of Abkhazia; Republic of Albania; Republic of Angola;
    Republic of Armenia; Republic of Artsakh; Republic of Austria; Republic of Azerbaijan;
    Republic of Belarus; Republic of Benin; Republic of Bosnia and Herzegovina;
    Republic of Botswana; Republic of Bulgaria; Republic of Burundi; Republic of Cabo Verde;
    Republic of Cameroon; Republic of Chad; Republic of Chile; Republic of China;
    Republic of Colombia; Republic of Costa Rica; Republic of Crimea; Republic of Croatia;
    Republic of Cuba; Republic of Cyprus; Republic of Côte d'Ivoire; Republic of Djibouti;
    Republic of Ecuador; Republic of El Salvador; Republic of Equatorial Guinea;
    Republic of Estonia; Republic of Fiji; Republic of Finland; Republic of Ghana;
    Republic of Guatemala; Republic of Guinea; Republic of Guinea-Bissau; Republic of Guyana;
    Republic of Haiti; Republic of Honduras; Republic of Iceland; Republic of India;
    Republic of Indonesia; Republic of Iraq; Republic of Ireland; Republic of Kazakhstan;
    Republic of Kenya; Republic of Kiribati; Republic of Korea; Republic of Kosovo;
    Republic of Latvia; Republic of Liberia; Republic of Lithuania; Republic of Macedonia;
    Republic of Madagascar; Republic of Malawi; Republic of Maldives; Republic of Mali;
    Republic of Malta; Republic of Mauritius; Republic of Moldova; Republic of Mozambique;
    Republic of Myanmar; Republic of Namibia; Republic of Nauru; Republic of Nicaragua;
    Republic of North Macedonia; Republic of Palau; Republic of Panama; Republic of Paraguay;
    Republic of Peru; Republic of Poland; Republic of San Marino; Republic of Senegal;
    Republic of Serbia; Republic of Serbian Krajina; Republic of Seychelles;
    Republic of Sierra Leone; Republic of Singapore; Republic of Slovenia;
    Republic of South Africa; Republic of South Sudan; Republic of Suriname;
    Republic of Tajikistan; Republic of Trinidad and Tobago; Republic of Tunisia;
    Republic of Turkey; Republic of Türkiye; Republic of Uganda; Republic of Uzbekistan;
    Republic of Vanuatu; Republic of Yemen; Republic of Zambia; Republic of Zimbabwe;
    Republic of the Congo; Republic of the Gambia; Republic of the Marshall Islands;
    Republic of the Niger; Republic of the Philippines; Republic of the Sudan; Republika Srpska;
    Rhodesia; Roman Empire; Romania; Russia; Russian Empire; Russian Federation; Rwanda;
    Rwandese Republic; Sahrawi Arab Democratic Republic; Saint Kitts and Nevis; Saint Lucia;
    Saint Vincent and the Grenadines; Samoa; San Marino; Sao Tome and Principe; Saudi Arabia;
    Senegal; Serbia; Serbia and Montenegro; Seychelles; Sierra Leone; Singapore; Slovak Republic;
    Slovakia; Slovenia; Socialist Federal Republic of Yugoslavia; Socialist Republic of Viet Nam;
    Solomon Islands; Somalia; Somaliland; South Africa; South Korea; South Ossetia; South Sudan;
    South Vietnam; South Yemen; Soviet Union; Spain; Sri Lanka; State of Israel; State of Kuwait;
    State of Palestine; State of Qatar; Sudan; Sultanate of Oman; Suriname; Swaziland; Sweden;
    Swiss Confederation; Switzerland; Syria; Syrian Arab Republic; São Tomé and Príncipe; Taiwan;
    Taiwan, Province of China; Tajikistan; Tanzania; Tanzania, United Republic of; Thailand;
    The Bahamas; The Gambia; Timor-Leste; Togo; Togolese Republic; Tonga; Transnistria;
    Trinidad and Tobago; Tunisia; Turkey; Turkish Republic of Northern Cyprus; Turkmenistan;
    Tuvalu; Türkiye; U.K.; U.S.; UAE; UK; US; USA; USSR; Uganda; Ukraine; Union of the Comoros;
    United Arab Emirates; United Kingdom; United Kingdom of Great Britain and Northern Ireland;
    United Mexican States; United Republic of Tanzania; United States; United States of America;
    Uruguay; Uzbekistan; Vanuatu; Vatican City; Venezuela; Venezuela, Bolivarian Republic of;
    Viet Nam; Vietnam; Weimar Republic; West Germany; Yemen; Yugoslavia; Zaire; Zambia; Zanzibar;
    Zimbabwe; the State of Eritrea; the State of Palestine
    """

  /// Adjectives and peoples of states and of a few nations without one, by hand.
  static let demonyms = """
    Abkhaz; Afghan; African; Albanian; Algerian; American; Americans; Andorran; Angolan; Arab;
    Arabian; Argentine; Argentinean; Argentinian; Armenian; Asian; Australian; Australians;
    Austrian; Azerbaijani; Azeri; Bahamian; Bahraini; Bangladeshi; Barbadian; Basque; Belarusian;
    Belgian; Belizean; Beninese; Bhutanese; Bolivian; Bosnian; Botswanan; Brazilian; British;
    Briton; Britons; Bruneian; Bulgarian; Burkinabe; Burkinabé; Burmese; Burundian; Cambodian;
    Cameroonian; Canadian; Canadians; Catalan; Central African; Chadian; Chechen; Chilean;
    Chinese; Colombian; Comorian; Congolese; Costa Rican; Croatian; Cuban; Cypriot; Czech; Dane;
    Danish; Djiboutian; Dominican; Dutch; East Timorese; Ecuadorean; Ecuadorian; Egyptian;
    Egyptians; Emirati; English; Eritrean; Estonian; Ethiopian; European; Fijian; Filipino;
    Finnish; French; Gabonese; Gambian; Georgian; German; Germans; Ghanaian; Greek; Greeks;
    Grenadian; Guatemalan; Guinean; Guyanese; Haitian; Honduran; Hungarian; Icelandic; Indian;
    Indians; Indonesian; Iranian; Iranians; Iraqi; Iraqis; Irish; Israeli; Israelis; Italian;
    Italians; Ivorian; Jamaican; Japanese; Jordanian; Kazakh; Kazakhstani; Kenyan; Korean;
    Kosovar; Kurdish; Kuwaiti; Kyrgyz; Laotian; Latvian; Lebanese; Liberian; Libyan; Lithuanian;
    Luxembourgish; Macedonian; Malagasy; Malawian; Malaysian; Maldivian; Malian; Maltese;
    Mauritanian; Mauritian; Mexican; Mexicans; Moldovan; Mongolian; Montenegrin; Moroccan;
    Mozambican; Namibian; Nepalese; Nepali; New Zealander; Nicaraguan; Nigerian; Nigerien;
    North Korean; Northern Irish; Norwegian; Omani; Pakistani; Pakistanis; Palestinian;
    Palestinians; Panamanian; Papua New Guinean; Paraguayan; Peruvian; Philippine; Polish;
    Portuguese; Puerto Rican; Qatari; Romanian; Russian; Russians; Rwandan; Salvadoran; Samoan;
    Saudi; Saudi Arabian; Scottish; Senegalese; Serb; Serbian; Seychellois; Sierra Leonean;
    Singaporean; Slovak; Slovakian; Slovene; Slovenian; Somali; Somalian; South African;
    South Korean; South Sudanese; Soviet; Spanish; Sri Lankan; Sudanese; Surinamese; Swazi;
    Swedish; Swiss; Syrian; Syrians; Taiwanese; Tajik; Tanzanian; Thai; Tibetan; Timorese;
    Togolese; Tongan; Tunisian; Turkish; Turkmen; Turks; Ugandan; Ukrainian; Uruguayan; Uzbek;
    Venezuelan; Vietnamese; Welsh; Yemeni; Yugoslav; Zambian; Zimbabwean
    """
}
