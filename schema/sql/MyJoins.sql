-- MyJoins, asked as school-admin: answered by statement

-- the whole query, for staff; teacher + staff (as teacher); school + staff + auditsSchool (as school-admin); district + auditsDistrict (as district-admin); auditsDistrict (as privacy-officer); staff + auditsSchool; guardian + teacher + staff (as teacher-parent); signed in (as lecturer)
-- _r0: Viewer.account
-- _l0: Account.joins
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '["' || _l0."id"::text || '","' || _l0."expires_at"::text || '",' || coalesce('"' || _l0."asked_at"::text || '"', 'null') || ',' || coalesce('"' || _l0."joined_at"::text || '"', 'null') || ',' || right(
                    json_build_array(
                      (
                        select
                          coalesce(
                            case
                              when per.name = $2 then (
                                select tie.requested_name
                                from
                                  guardian gua
                                  join guardianship tie on tie.guardian_id = gua.id
                                where
                                  gua.person_id = per.id
                                  and tie.status = 'PENDING'
                                  and tie.requested_name is not null
                                order by
                                  tie.created_at desc,
                                  tie.id desc
                                limit 1
                              )
                            end,
                            per.name
                          )
                        from
                          account acc
                          join person per on per.id = acc.person_id
                        where acc.id = _l0.asked_by_id
                      )
                    )::text,
                    -1
                  ),
                  ','
                ) || ']'
              from
                (
                  select _l0.*
                  from account_join _l0
                  where
                    (
                      _l0."account_id" = _r0.id
                      and _l0.account_id = $3::uuid
                      and true
                    )
                  order by
                    _l0."created_at" desc,
                    _l0."id" desc
                  limit $4::int
                ) _l0
            ),
            'null'
          ) || ',' || ('"' || _r0."id"::text || '"]')
        from account _r0
        where
          (
            _r0.id = $5::uuid
            and _r0.id = $3::uuid
          )
      ),
      'null'
    ) || ']' || ']'
  end;
