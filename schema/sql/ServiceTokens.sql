-- ServiceTokens, asked as district-admin: answered by statement

-- the whole query, for district + auditsDistrict (as district-admin)
-- _l0: Query.serviceTokens
-- _r0: ServiceToken.school
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r0."id"::text || '",' || right(json_build_array(_r0."name")::text, -1)
                from school _r0
                where _r0.id = _l0."school_id"
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."role"::text || '","' || _l0."issued_at"::text || '","' || _l0."expires_at"::text || '",' || coalesce('"' || _l0."last_used_at"::text || '"', 'null') || ',' || coalesce('"' || _l0."revoked_at"::text || '"', 'null') || ',' || right(
                json_build_array(
                  _l0."name",
                  _l0."permissions",
                  (
                    _l0.revoked_at is null
                    and _l0.expires_at > $2::timestamptz
                    and exists (
                      select 1
                      from
                        staff_assignment ftg
                        join staff hdr on hdr.id = ftg.staff_id
                        join account hac on hac.person_id = hdr.person_id
                      where
                        ftg.id = _l0.rests_on_id
                        and hac.status = 'ACTIVE'
                        and ftg.ended_at is null
                        and ftg.valid_from <= $3::date
                        and (
                          ftg.valid_to is null
                          or ftg.valid_to >= $3::date
                        )
                    )
                  ),
                  (
                    case
                      when _l0.revoked_at is not null then 'REVOKED'
                      when _l0.expires_at <= $2::timestamptz then 'EXPIRED'
                      when _l0.rests_on_id is null then 'WAITING'
                      when exists (
                        select 1
                        from
                          staff_assignment ftg
                          join staff hdr on hdr.id = ftg.staff_id
                          join account hac on hac.person_id = hdr.person_id
                        where
                          ftg.id = _l0.rests_on_id
                          and hac.status = 'ACTIVE'
                          and ftg.ended_at is null
                          and ftg.valid_from <= $3::date
                          and (
                            ftg.valid_to is null
                            or ftg.valid_to >= $3::date
                          )
                      ) then 'ACTIVE'
                      else 'ENDED'
                    end
                  )
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $4::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $4::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from service_token _l0
              where
                (
                  _l0.district_id = any ($5::uuid[])
                  and true
                )
              order by
                _l0."issued_at" desc,
                _l0."id" desc
              limit ($4::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _l0: Query.serviceTokens
-- _r0: ServiceToken.school
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select '["' || _r0."id"::text || '",' || right(json_build_array(_r0."name")::text, -1)
                from school _r0
                where _r0.id = _l0."school_id"
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."role"::text || '","' || _l0."issued_at"::text || '","' || _l0."expires_at"::text || '",' || coalesce('"' || _l0."last_used_at"::text || '"', 'null') || ',' || coalesce('"' || _l0."revoked_at"::text || '"', 'null') || ',' || right(
                json_build_array(
                  _l0."name",
                  _l0."permissions",
                  (
                    _l0.revoked_at is null
                    and _l0.expires_at > $2::timestamptz
                    and exists (
                      select 1
                      from
                        staff_assignment ftg
                        join staff hdr on hdr.id = ftg.staff_id
                        join account hac on hac.person_id = hdr.person_id
                      where
                        ftg.id = _l0.rests_on_id
                        and hac.status = 'ACTIVE'
                        and ftg.ended_at is null
                        and ftg.valid_from <= $3::date
                        and (
                          ftg.valid_to is null
                          or ftg.valid_to >= $3::date
                        )
                    )
                  ),
                  (
                    case
                      when _l0.revoked_at is not null then 'REVOKED'
                      when _l0.expires_at <= $2::timestamptz then 'EXPIRED'
                      when _l0.rests_on_id is null then 'WAITING'
                      when exists (
                        select 1
                        from
                          staff_assignment ftg
                          join staff hdr on hdr.id = ftg.staff_id
                          join account hac on hac.person_id = hdr.person_id
                        where
                          ftg.id = _l0.rests_on_id
                          and hac.status = 'ACTIVE'
                          and ftg.ended_at is null
                          and ftg.valid_from <= $3::date
                          and (
                            ftg.valid_to is null
                            or ftg.valid_to >= $3::date
                          )
                      ) then 'ACTIVE'
                      else 'ENDED'
                    end
                  )
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $4::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $4::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from service_token _l0
              where
                (
                  _l0.school_id = any ($5::uuid[])
                  and true
                )
              order by
                _l0."issued_at" desc,
                _l0."id" desc
              limit ($4::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;
