-- StaffIdentities, asked as district-admin: answered by statement

-- the whole query, for district + auditsDistrict (as district-admin)
-- _r0: Query.node (Staff)
-- _l0: Staff.identities
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l0."id"::text || '","' || _l0."status"::text || '","' || _l0."linked_at"::text || '",' || right(
                      json_build_array(
                        _l0."issuer",
                        _l0."subject",
                        (
                          select
                            to_json(
                              (
                                select crd.link_expires_at
                                from local_credential crd
                                where crd.identity_id = _l0.id
                              )
                            ) #>> '{}'
                        ),
                        (
                          select
                            to_json(
                              (
                                select crd.set_up_at
                                from local_credential crd
                                where crd.identity_id = _l0.id
                              )
                            ) #>> '{}'
                        ),
                        (
                          select
                            to_json(
                              (
                                select crd.last_used_at
                                from local_credential crd
                                where crd.identity_id = _l0.id
                              )
                            ) #>> '{}'
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from staff_identity _l0
                    where
                      (
                        _l0.account_id = (
                          select acc.id
                          from account acc
                          where acc.person_id = _r0.person_id
                        )
                        and (
                          _l0.account_id = $2::uuid
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
                        and true
                      )
                    order by
                      _l0."linked_at" asc,
                      _l0."id" asc
                    limit $5::int
                  ) _l0
              ),
              case
                when (
                  (
                    _r0.id = $6::uuid
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
                  )
                ) is not true then 'false'
                else 'null'
              end
            ) || ',' || (
              '"' || _r0."id"::text || '",' || right(
                json_build_array(
                  (
                    select
                      case
                        when (
                          _r0.id = $6::uuid
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
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from staff _r0
        where
          (
            _r0.id = any ($7::uuid[])
            and (
              _r0.id = $6::uuid
              or exists (
                select 1
                from staff_assignment a
                where
                  a.staff_id = _r0.id
                  and a.district_id = any ($4::uuid[])
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for staff; teacher + staff (as teacher); school + staff + auditsSchool (as school-admin); staff + auditsSchool
-- _r0: Query.node (Staff)
-- _l0: Staff.identities
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l0."id"::text || '","' || _l0."status"::text || '","' || _l0."linked_at"::text || '",' || right(
                      json_build_array(
                        _l0."issuer",
                        _l0."subject",
                        (
                          select
                            to_json(
                              (
                                select crd.link_expires_at
                                from local_credential crd
                                where crd.identity_id = _l0.id
                              )
                            ) #>> '{}'
                        ),
                        (
                          select
                            to_json(
                              (
                                select crd.set_up_at
                                from local_credential crd
                                where crd.identity_id = _l0.id
                              )
                            ) #>> '{}'
                        ),
                        (
                          select
                            to_json(
                              (
                                select crd.last_used_at
                                from local_credential crd
                                where crd.identity_id = _l0.id
                              )
                            ) #>> '{}'
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from staff_identity _l0
                    where
                      (
                        _l0.account_id = (
                          select acc.id
                          from account acc
                          where acc.person_id = _r0.person_id
                        )
                        and _l0.account_id = $2::uuid
                        and true
                      )
                    order by
                      _l0."linked_at" asc,
                      _l0."id" asc
                    limit $3::int
                  ) _l0
              ),
              case
                when (_r0.id = $4::uuid) is not true then 'false'
                else 'null'
              end
            ) || ',' || (
              '"' || _r0."id"::text || '",' || right(
                json_build_array(
                  (
                    select
                      case
                        when (
                          _r0.id = $4::uuid
                          or exists (
                            select 1
                            from staff_assignment asg
                            where
                              asg.staff_id = _r0.id
                              and asg.ended_at is null
                              and (
                                asg.valid_to is null
                                or asg.valid_to >= greatest(asg.valid_from, $5::date)
                              )
                              and asg.school_id = any ($6::uuid[])
                          )
                        ) then json_build_array(p.name, p.phone)
                        else json_build_array(
                          coalesce(
                            (
                              select asg.held_as
                              from staff_assignment asg
                              where
                                asg.staff_id = _r0.id
                                and asg.school_id = any ($6::uuid[])
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
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from staff _r0
        where
          (
            _r0.id = any ($7::uuid[])
            and (
              _r0.id = $4::uuid
              or exists (
                select 1
                from staff_assignment a
                where
                  a.staff_id = _r0.id
                  and a.school_id = any ($6::uuid[])
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for auditsDistrict (as privacy-officer); signed in (as lecturer)
-- _r0: Query.node (Staff)
-- _l0: Staff.identities
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l0."id"::text || '","' || _l0."status"::text || '","' || _l0."linked_at"::text || '",' || right(
                      json_build_array(
                        _l0."issuer",
                        _l0."subject",
                        (
                          select
                            to_json(
                              (
                                select crd.link_expires_at
                                from local_credential crd
                                where crd.identity_id = _l0.id
                              )
                            ) #>> '{}'
                        ),
                        (
                          select
                            to_json(
                              (
                                select crd.set_up_at
                                from local_credential crd
                                where crd.identity_id = _l0.id
                              )
                            ) #>> '{}'
                        ),
                        (
                          select
                            to_json(
                              (
                                select crd.last_used_at
                                from local_credential crd
                                where crd.identity_id = _l0.id
                              )
                            ) #>> '{}'
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from staff_identity _l0
                    where
                      (
                        _l0.account_id = (
                          select acc.id
                          from account acc
                          where acc.person_id = _r0.person_id
                        )
                        and _l0.account_id = $2::uuid
                        and true
                      )
                    order by
                      _l0."linked_at" asc,
                      _l0."id" asc
                    limit $3::int
                  ) _l0
              ),
              case
                when (_r0.id = $4::uuid) is not true then 'false'
                else 'null'
              end
            ) || ',' || (
              '"' || _r0."id"::text || '",' || right(
                json_build_array(
                  (
                    select
                      case
                        when (
                          _r0.id = $4::uuid
                          or exists (
                            select 1
                            from staff_assignment asg
                            where
                              asg.staff_id = _r0.id
                              and asg.ended_at is null
                              and (
                                asg.valid_to is null
                                or asg.valid_to >= greatest(asg.valid_from, $5::date)
                              )
                              and false
                          )
                        ) then json_build_array(p.name, p.phone)
                        else json_build_array(
                          coalesce(
                            (
                              select asg.held_as
                              from staff_assignment asg
                              where
                                asg.staff_id = _r0.id
                                and false
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
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from staff _r0
        where
          (
            _r0.id = any ($6::uuid[])
            and _r0.id = $4::uuid
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Query.node (Staff)
-- _l0: Staff.identities
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '["' || _l0."id"::text || '","' || _l0."status"::text || '","' || _l0."linked_at"::text || '",' || right(
                      json_build_array(
                        _l0."issuer",
                        _l0."subject",
                        (
                          select
                            to_json(
                              (
                                select crd.link_expires_at
                                from local_credential crd
                                where crd.identity_id = _l0.id
                              )
                            ) #>> '{}'
                        ),
                        (
                          select
                            to_json(
                              (
                                select crd.set_up_at
                                from local_credential crd
                                where crd.identity_id = _l0.id
                              )
                            ) #>> '{}'
                        ),
                        (
                          select
                            to_json(
                              (
                                select crd.last_used_at
                                from local_credential crd
                                where crd.identity_id = _l0.id
                              )
                            ) #>> '{}'
                        )
                      )::text,
                      -1
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from staff_identity _l0
                    where
                      (
                        _l0.account_id = (
                          select acc.id
                          from account acc
                          where acc.person_id = _r0.person_id
                        )
                        and _l0.account_id = $2::uuid
                        and true
                      )
                    order by
                      _l0."linked_at" asc,
                      _l0."id" asc
                    limit $3::int
                  ) _l0
              ),
              case
                when (_r0.id = $4::uuid) is not true then 'false'
                else 'null'
              end
            ) || ',' || (
              '"' || _r0."id"::text || '",' || right(
                json_build_array(
                  (
                    select
                      case
                        when (
                          _r0.id = $4::uuid
                          or exists (
                            select 1
                            from staff_assignment asg
                            where
                              asg.staff_id = _r0.id
                              and asg.ended_at is null
                              and (
                                asg.valid_to is null
                                or asg.valid_to >= greatest(asg.valid_from, $5::date)
                              )
                              and (
                                asg.school_class_id = any ($6::uuid[])
                                or asg.school_id = any ($7::uuid[])
                              )
                          )
                        ) then json_build_array(p.name, p.phone)
                        else json_build_array(
                          coalesce(
                            (
                              select asg.held_as
                              from staff_assignment asg
                              where
                                asg.staff_id = _r0.id
                                and (
                                  asg.school_class_id = any ($6::uuid[])
                                  or asg.school_id = any ($7::uuid[])
                                )
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
                  )
                )::text,
                -1
              )
            ),
            ','
          ) || ']'
        from staff _r0
        where
          (
            _r0.id = any ($8::uuid[])
            and (
              _r0.id = $4::uuid
              or exists (
                select 1
                from staff_assignment a
                where
                  a.staff_id = _r0.id
                  and a.school_class_id = any ($6::uuid[])
              )
              or exists (
                select 1
                from staff_assignment a
                where
                  a.staff_id = _r0.id
                  and a.school_id = any ($7::uuid[])
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
