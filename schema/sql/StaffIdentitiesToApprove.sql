-- StaffIdentitiesToApprove, asked as district-admin: answered by statement

-- the whole query, for district + auditsDistrict (as district-admin)
-- _l0: Query.staffIdentities
-- _r0: StaffIdentity.staff
-- _r1: StaffIdentity.linkedBy
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
                select
                  '["' || _r0."id"::text || '",' || right(
                    json_build_array(
                      (
                        select
                          case
                            when (
                              _r0.id = $2::uuid
                              or exists (
                                select 1
                                from staff_assignment asg
                                where
                                  asg.staff_id = _r0.id
                                  and asg.ended_at is null
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= greatest(asg.valid_from, $3::date)
                                  )
                                  and asg.district_id = any ($4::uuid[])
                              )
                            ) then json_build_array(p.name, p.phone)
                            else json_build_array(
                              coalesce(
                                (
                                  select asg.held_as
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = _r0.id
                                    and asg.district_id = any ($4::uuid[])
                                  order by
                                    asg.valid_to desc nulls first,
                                    asg.id desc
                                  limit 1
                                ),
                                p.name
                              ),
                              null
                            )
                          end
                        from person p
                        where p.id = _r0.person_id
                      ),
                      _r0."staff_number"
                    )::text,
                    -1
                  )
                from staff _r0
                where
                  (
                    _r0.id = (
                      select stf.id
                      from
                        account acc
                        join staff stf on stf.person_id = acc.person_id
                      where acc.id = _l0.account_id
                    )
                    and (
                      _r0.id = $2::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r0.id
                          and a.district_id = any ($4::uuid[])
                      )
                    )
                  )
                limit 1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '["' || _r1."id"::text || '",' || right(
                    json_build_array(
                      (
                        select
                          case
                            when (
                              _r1.id = $2::uuid
                              or exists (
                                select 1
                                from staff_assignment asg
                                where
                                  asg.staff_id = _r1.id
                                  and asg.ended_at is null
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= greatest(asg.valid_from, $3::date)
                                  )
                                  and asg.district_id = any ($4::uuid[])
                              )
                            ) then json_build_array(p.name, p.phone)
                            else json_build_array(
                              coalesce(
                                (
                                  select asg.held_as
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = _r1.id
                                    and asg.district_id = any ($4::uuid[])
                                  order by
                                    asg.valid_to desc nulls first,
                                    asg.id desc
                                  limit 1
                                ),
                                p.name
                              ),
                              null
                            )
                          end
                        from person p
                        where p.id = _r1.person_id
                      )
                    )::text,
                    -1
                  )
                from staff _r1
                where
                  (
                    _r1.id = _l0."linked_by_id"
                    and (
                      _r1.id = $2::uuid
                      or exists (
                        select 1
                        from staff_assignment a
                        where
                          a.staff_id = _r1.id
                          and a.district_id = any ($4::uuid[])
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."status"::text || '","' || _l0."linked_at"::text || '",' || right(
                json_build_array(
                  _l0."issuer",
                  _l0."subject",
                  (
                    select
                      to_json(
                        (
                          select crd.set_up_at
                          from local_credential crd
                          where crd.identity_id = _l0.id
                        )
                      ) #>> '{}'
                  )
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $5::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $5::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from staff_identity _l0
              where
                (
                  (
                    _l0.account_id = $6::uuid
                    or exists (
                      select 1
                      from
                        account acc
                        join staff stf on stf.person_id = acc.person_id
                      where
                        acc.id = _l0.account_id
                        and exists (
                          select 1
                          from staff_assignment asg
                          where
                            asg.staff_id = stf.id
                            and asg.ended_at is null
                            and (
                              asg.valid_to is null
                              or asg.valid_to >= greatest(asg.valid_from, $3::date)
                            )
                            and asg.district_id = any ($4::uuid[])
                        )
                    )
                  )
                  and _l0."status" = $7
                )
              order by
                _l0."linked_at" asc,
                _l0."id" asc
              limit ($5::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;
