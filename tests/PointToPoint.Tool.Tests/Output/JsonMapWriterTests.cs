using PointToPoint.Tool.Output;

namespace PointToPoint.Tool.Tests.Output;

public sealed class JsonMapWriterTests
{
    [Fact]
    public void Map_HasTheDocumentedShape()
    {
        var map = SampleMap.All with { Unresolved = [SampleMap.All.Unresolved[0]] };

        Assert.Equal(
            """
            {
              "schemaVersion": 1,
              "root": ".",
              "systems": [
                {
                  "name": "CRM",
                  "owner": "sales",
                  "kind": "system",
                  "projects": [
                    "src/Crm/Crm.csproj"
                  ]
                },
                {
                  "name": "Clients",
                  "owner": null,
                  "kind": "library",
                  "projects": [
                    "src/Clients/Clients.csproj"
                  ]
                },
                {
                  "name": "ERP",
                  "owner": "finance",
                  "kind": "external",
                  "projects": []
                }
              ],
              "connections": [
                {
                  "from": "CRM",
                  "to": "ERP",
                  "protocol": "http",
                  "status": "new",
                  "sites": [
                    {
                      "file": "src/Crm/Orders.cs",
                      "line": 12,
                      "column": 9,
                      "rule": "P2P1001",
                      "client": "System.Net.Http.HttpClient",
                      "member": "M:System.Net.Http.HttpClient.GetAsync(System.String)",
                      "verb": "GET",
                      "endpoint": "https://erp.contoso.com/api/orders/{}",
                      "provenance": [
                        "\"erp\"",
                        "AddHttpClient(\"erp\")",
                        "appsettings.json: Erp:BaseUrl"
                      ],
                      "alsoTo": [
                        "Old ERP"
                      ],
                      "via": [
                        "M:Contoso.Wrapper.Get(System.String)"
                      ],
                      "suppressed": true,
                      "approvalExpired": true,
                      "targetFrameworks": [
                        "net10.0",
                        "net8.0"
                      ]
                    },
                    {
                      "file": "src/Crm/Program.cs",
                      "line": 3,
                      "column": 18,
                      "rule": "P2P1003",
                      "client": "System.Net.Http.HttpClient",
                      "member": "M:X",
                      "verb": "",
                      "endpoint": "",
                      "provenance": []
                    }
                  ]
                },
                {
                  "from": "Clients",
                  "to": "ERP",
                  "protocol": "http",
                  "status": "gateway",
                  "sites": [
                    {
                      "file": "src/Clients/A.cs",
                      "line": 1,
                      "column": 1,
                      "rule": "P2P1001",
                      "client": "System.Net.Http.HttpClient",
                      "member": "M:Y",
                      "verb": "POST",
                      "endpoint": "https://gateway/erp/[orders]",
                      "provenance": [
                        "literal"
                      ],
                      "hosts": [
                        "CRM"
                      ]
                    }
                  ]
                }
              ],
              "infrastructure": [
                {
                  "system": "CRM",
                  "name": "sql://crm-db/customers",
                  "protocol": "sql",
                  "sites": [
                    {
                      "file": "src/Crm/Db.cs",
                      "line": 5,
                      "column": 30,
                      "rule": "P2P1004",
                      "client": "Npgsql.NpgsqlConnection",
                      "member": "M:Npgsql.NpgsqlConnection.#ctor(System.String)",
                      "verb": "",
                      "endpoint": "sql://crm-db/customers",
                      "provenance": [
                        "literal"
                      ]
                    }
                  ]
                }
              ],
              "unresolved": [
                {
                  "file": "src/Crm/U.cs",
                  "line": 1,
                  "column": 5,
                  "from": "CRM",
                  "client": "System.Net.Http.HttpClient",
                  "verb": "GET",
                  "reason": "the address is a parameter"
                }
              ],
              "notAnalysed": [
                {
                  "project": "src/Old/Old.vbproj",
                  "reason": "a Visual Basic project: only C# is analysed"
                }
              ],
              "incomplete": [
                {
                  "project": "src/Crm/Crm.csproj",
                  "reason": "some packages could not be restored",
                  "missingReferences": [
                    "A",
                    "B",
                    "C",
                    "D",
                    "E",
                    "F"
                  ]
                }
              ],
              "manifestProblems": [
                {
                  "file": "p2p.json",
                  "line": 3,
                  "column": 7,
                  "rule": "P2P9001",
                  "message": "unknown key 'ower'"
                }
              ],
              "notes": [
                "docker-compose.yml:3:7: not valid YAML, so it is not read"
              ]
            }

            """.ReplaceLineEndings("\n"),
            JsonMapWriter.Write(map));
    }

    [Fact]
    public void EmptyMap_KeepsEveryListOfTheContract()
    {
        Assert.Equal(
            """
            {
              "schemaVersion": 1,
              "root": ".",
              "systems": [],
              "connections": [],
              "unresolved": [],
              "notAnalysed": [],
              "incomplete": []
            }

            """.ReplaceLineEndings("\n"),
            JsonMapWriter.Write(SampleMap.Empty));
    }
}
